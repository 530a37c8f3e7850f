import { partsOf } from '../../schema/compound.ts';
import { isGroupable } from '../../schema/field.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../../schema/model.ts';
import { storedForm } from '../columns.ts';
import type { Seeds, SeedValues } from '../seed.ts';
import { dataTypeOf } from './data-type.ts';

const PERSON_NAME: ReadonlySet<string> = new Set([
  'firstname',
  'middlename',
  'lastname',
  'salutation',
  'suffix',
]);

/**
 * EntityDefinition: the objects of the project, those that a common org has, and those that custom metadata names.
 * The id of a row is the name of the object, by which others refer to it.
 */
export function entityRows({ schema }: Seeds): SeedValues[] {
  return definedObjects(schema).map((object) => ({
    ...names(object.name, object.label),
    Id: object.name,
    DurableId: object.name,
    DeveloperName: plainName(object.name),
    PluralLabel: object.pluralLabel,
    KeyPrefix: object.keyPrefix,
    PublisherId: object.kind === 'standard' ? 'System' : '<local>',
    DeploymentStatus: object.kind === 'standard' ? null : 'Deployed',
    InternalSharingModel: object.sharingModel,
    ExternalSharingModel: object.sharingModel,
    IsCustomSetting: flag(object.kind === 'customSetting'),
    IsCustomizable: 1,
    IsApexTriggerable: flag(object.isCreateable),
    IsTriggerable: flag(object.isCreateable),
    IsEverCreatable: flag(object.isCreateable),
    IsEverUpdatable: flag(object.isUpdateable),
    IsEverDeletable: flag(object.isDeletable),
    IsIdEnabled: 1,
    IsQueryable: flag(object.isQueryable),
    IsRetrieveable: flag(object.isQueryable),
  }));
}

/** FieldDefinition: the fields of these objects, without the parts of addresses, geolocations and names of persons. */
export function fieldRows({ schema }: Seeds): SeedValues[] {
  return definedObjects(schema).flatMap((object) =>
    definedFields(object).map((field) => ({
      ...names(field.name, field.label),
      Id: `${object.name}.${field.name}`,
      DurableId: `${object.name}.${field.name}`,
      EntityDefinitionId: object.name,
      DeveloperName: developerName(field),
      DataType: dataTypeOf(field, schema),
      Length: field.length,
      Precision: field.precision,
      Scale: field.scale,
      RelationshipName: field.reference?.relationshipName ?? null,
      PublisherId: field.isCustom ? '<local>' : 'System',
      IsApiFilterable: flag(field.isFilterable),
      IsApiGroupable: flag(isGroupable(field)),
      IsApiSortable: flag(field.isFilterable && field.type !== 'MULTIPICKLIST'),
      IsCalculated: flag(field.formula !== null),
      IsCompound: flag(storedForm(field) === 'none'),
      IsHtmlFormatted: flag(field.isHtml),
      IsIndexed: flag(
        field.isExternalId || field.isUnique || field.type === 'ID' || field.type === 'REFERENCE',
      ),
      IsNameField: flag(field.isNameField),
      IsNillable: flag(field.isNillable),
      IsPolymorphicForeignKey: flag(field.reference !== null && field.reference.to.length !== 1),
    })),
  );
}

function definedObjects(schema: OrgSchema): ObjectModel[] {
  const names = new Set([...schema.commonObjects, ...schema.projectObjects, ...namedByMetadata(schema)]);
  return [...new Set([...names].flatMap((name) => schema.object(name) ?? []))];
}

/** Objects that records of custom metadata refer to. */
function* namedByMetadata(schema: OrgSchema): Generator<string> {
  for (const [typeName, records] of schema.customMetadata) {
    const fields = schema.object(typeName)?.fields.values() ?? [];
    for (const field of fields) {
      if (!field.reference?.to.includes('EntityDefinition')) continue;
      for (const { values } of records.values()) yield values.get(field.name.toLowerCase()) ?? '';
    }
  }
}

function definedFields(object: ObjectModel): FieldModel[] {
  const fields = [...object.fields.values()];
  const parts = new Set(fields.flatMap((field) => [...partsOf(object, field).values()]));
  const isPerson = object.fields.has('lastname') && object.fields.has('name');
  const isPartOfName = ({ name }: FieldModel): boolean => isPerson && PERSON_NAME.has(name.toLowerCase());
  return fields.filter((field) => !parts.has(field) && !isPartOfName(field));
}

function names(name: string, label: string): SeedValues {
  return { QualifiedApiName: name, Label: label, MasterLabel: label, NamespacePrefix: namespaceOf(name) };
}

function namespaceOf(name: string): string | null {
  return /^(?<namespace>[^_]+(?:_[^_]+)*)__.+__[a-z]+$/i.exec(name)?.groups?.['namespace'] ?? null;
}

/** Without namespace and suffix. */
function plainName(name: string): string {
  const namespace = namespaceOf(name);
  const own = namespace ? name.slice(namespace.length + 2) : name;
  return own.replace(/__[a-z]+$/i, '');
}

/** A standard lookup is called as its relationship: `Account` for `AccountId`. */
function developerName({ name, reference, isCustom }: FieldModel): string {
  return (!isCustom && reference?.relationshipName) || plainName(name);
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
