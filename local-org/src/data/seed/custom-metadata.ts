import type { CustomMetadataRecord, FieldModel, ObjectModel } from '../../schema/model.ts';
import { isStored, storedForm } from '../columns.ts';
import type { Stored } from '../columns.ts';
import type { Seeds, SeedValues } from '../seed.ts';

/** The records of a custom metadata type, in the order of their names. */
export function metadataRows(seeds: Seeds, object: ObjectModel): SeedValues[] {
  return recordsOf(seeds, object.name).map((record) => rowOf(seeds, object, record));
}

function recordsOf({ schema }: Seeds, object: string): CustomMetadataRecord[] {
  return [...(schema.customMetadata.get(object.toLowerCase())?.values() ?? [])];
}

function rowOf(seeds: Seeds, object: ObjectModel, record: CustomMetadataRecord): SeedValues {
  const { namespace } = seeds.schema;
  const name = record.developerName;
  const values: Record<string, Stored> = {
    DeveloperName: name,
    MasterLabel: record.label,
    Label: record.label,
    Language: 'en_US',
    NamespacePrefix: namespace,
    QualifiedApiName: namespace ? `${namespace}__${name}` : name,
  };
  for (const field of object.fields.values()) {
    const text = record.values.get(field.name.toLowerCase());
    if (text !== undefined && isStored(field) && field.isCustom)
      values[field.name] = stored(seeds, field, text && definitionName(seeds, field, text, record));
  }
  return values;
}

/** An object by its name, a field by the object's name and its own; any other text stays. */
function definitionName(
  { schema }: Seeds,
  { reference }: FieldModel,
  text: string,
  { values }: CustomMetadataRecord,
): string {
  if (reference?.to[0] === 'EntityDefinition') return schema.object(text)?.name ?? text;
  if (reference?.to[0] !== 'FieldDefinition' || !reference.controllingField) return text;
  const object = schema.object(values.get(reference.controllingField.toLowerCase()) ?? '');
  const field = object?.fields.get(text.toLowerCase());
  return object && field ? `${object.name}.${field.name}` : text;
}

function stored(seeds: Seeds, field: FieldModel, text: string | null): Stored {
  const form = storedForm(field);
  if (form === 'boolean') return text === 'true' ? 1 : 0;
  if (text === null) return null;
  if (form === 'number' || form === 'integer') return Number(text);
  if (form === 'datetime') return Math.floor(Date.parse(text) / 1000) * 1000;
  return form === 'id' ? idOf(seeds, field, text) : text;
}

/** A relationship between records of metadata names the other one; to an object or a field it keeps the name. */
function idOf(seeds: Seeds, field: FieldModel, name: string): string {
  const target = field.reference?.to[0] ?? '';
  const index = recordsOf(seeds, target).findIndex(
    (record) => record.developerName.toLowerCase() === name.toLowerCase(),
  );
  return index < 0 ? name : seeds.id(target, index);
}
