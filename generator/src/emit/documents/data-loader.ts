/** Files for Data Loader: a field mapping for loading and a query for extracting each mapped object. */
import type { CoreModel, FieldType, IntegrationModel, SystemModel } from '../../model/model.ts';
import type { EmitContext, EmittedFile } from '../emitted-file.ts';

interface LoadedField {
  readonly name: string;
  readonly label: string;
  /** The platform computes it, so that it can only be extracted. */
  readonly isComputed: boolean;
}
interface LoadedObject {
  readonly name: string;
  readonly fields: readonly LoadedField[];
}

/** Links are loaded beside the records that they join to billing. */
const linkObject = 'BillingLink__c';
const computed: readonly string[] = ['Formula', 'Summary'] satisfies FieldType[];

/** The name as a subscriber sees it. */
const namespaced = (name: string, namespace: string): string =>
  /__(c|r|mdt)$/.test(name) ? `${namespace}__${name}` : name;

const loaded = ({ name, label, type }: { name: string; label: string; type: string }): LoadedField => ({
  name,
  label,
  isComputed: computed.includes(type),
});

function ownObject({ objects }: CoreModel, name: string): LoadedObject | undefined {
  const found = objects.find((object) => object.name === name);
  if (!found) return undefined;
  const nameField = {
    name: 'Name',
    label: found.nameField.label,
    isComputed: found.nameField.type === 'AutoNumber',
  };
  return { name, fields: [nameField, ...found.fields.map(loaded)] };
}

/** Of a standard object the fields that the mapping uses and ours; those of a feature do not exist in every org. */
function standardObject(
  { standardObjects }: CoreModel,
  system: SystemModel,
  name: string,
): LoadedObject | undefined {
  const found = standardObjects.find((object) => object.name === name);
  if (!found) return undefined;
  const rows = system.mappings.filter(({ object }) => object === name).flatMap((mapping) => mapping.rows);
  const used = new Set(rows.map(({ field }) => field));
  const standard = found.standardFields.filter(
    (field) => used.has(field.name) && field.feature === undefined,
  );
  return { name, fields: [...standard, ...found.added].map(loaded) };
}

function objectsOf(model: IntegrationModel, system: SystemModel): LoadedObject[] {
  const names = new Set([...system.mappings.map(({ object }) => object), linkObject]);
  return [...names].flatMap(
    (name) => ownObject(model.core, name) ?? standardObject(model.core, system, name) ?? [],
  );
}

/** A key or value of a Java properties file. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\ :=#!]/g, '\\$&')
    .replaceAll(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Headers are labels; where two fields share one, both go by their names. */
function mappingFile({ name, fields }: LoadedObject, { namespace }: EmitContext): string {
  const labels = fields.map(({ label }) => label.toLowerCase());
  const isUnique = (label: string): boolean =>
    labels.filter((one) => one === label.toLowerCase()).length === 1;
  const lines = fields
    .filter(({ isComputed }) => !isComputed)
    .map((field) => {
      const header = isUnique(field.label) ? field.label : field.name;
      return `${escaped(header)}=${escaped(namespaced(field.name, namespace))}`;
    });
  return [`# CSV headers and fields of ${namespaced(name, namespace)}.`, 'Id=Id', ...lines, ''].join('\n');
}

function queryFile({ name, fields }: LoadedObject, { namespace }: EmitContext): string {
  const names = ['Id', ...fields.map((field) => namespaced(field.name, namespace))];
  return `SELECT ${names.join(', ')} FROM ${namespaced(name, namespace)} ORDER BY Id\n`;
}

/** Two files for each object of a system. */
export function dataLoaderFiles(
  model: IntegrationModel,
  system: SystemModel,
  context: EmitContext,
): EmittedFile[] {
  return objectsOf(model, system).flatMap((object) => {
    const path = `config/data-loader/${system.name}/${object.name}`;
    return [
      { path: `${path}.sdl`, content: mappingFile(object, context) },
      { path: `${path}.soql`, content: queryFile(object, context) },
    ];
  });
}
