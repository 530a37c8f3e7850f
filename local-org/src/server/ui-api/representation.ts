import { toJson } from '../../aura/to-json.ts';
import type { Json } from '../../aura/json.ts';
import { nameFieldOf } from '../../pages/highlights.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { FieldModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { displayValue } from './display.ts';
import { textOfPath, type FieldPath } from './field-paths.ts';

/** `Record` of the User Interface API. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Record<string, never>;
  readonly eTag: string;
  readonly fields: Record<string, FieldValue>;
  readonly id: string;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  readonly recordTypeInfo: null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

export interface FieldValue {
  readonly displayValue: string | null;
  readonly value: Json | RecordRepresentation;
}

/** The record type of an object without any. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** Fields that each record is read with, whatever is asked for. */
export const ALWAYS = [
  'Id',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'RecordTypeId',
  'CurrencyIsoCode',
];

/** One record with the values at the paths. */
export function recordRepresentation(record: SObject, paths: readonly FieldPath[]): RecordRepresentation {
  const fields: Record<string, FieldValue> = {};
  for (const path of paths) addPath(fields, record, path);
  const text = (name: string): string | null => (toJson(valueOf(record, name)) as string | null) ?? null;
  const stamp = valueOf(record, 'systemmodstamp');
  const weakEtag = stamp instanceof ApexDatetime ? stamp.milliseconds : 0;
  return {
    apiName: record.object.name,
    childRelationships: {},
    eTag: `${record.id}-${weakEtag}`,
    fields,
    id: record.id ?? '',
    lastModifiedById: text('lastmodifiedbyid'),
    lastModifiedDate: text('lastmodifieddate'),
    recordTypeId: text('recordtypeid') ?? MASTER_RECORD_TYPE,
    recordTypeInfo: null,
    systemModstamp: text('systemmodstamp'),
    weakEtag,
  };
}

/** What the record holds; null for a field that was not read. */
function valueOf(record: SObject, name: string): unknown {
  return record.values.get(name) ?? null;
}

function addPath(fields: Record<string, FieldValue>, record: SObject, path: FieldPath): void {
  const [lookup, ...rest] = path.lookups;
  if (!lookup) {
    fields[path.field.name] = fieldValue(record, path.field);
    return;
  }
  const relationship = lookup.reference?.relationshipName ?? lookup.name;
  const parent = record.parents.get(relationship.toLowerCase()) ?? null;
  const known = fields[relationship]?.value as RecordRepresentation | null | undefined;
  if (!parent) fields[relationship] = { displayValue: null, value: null };
  else if (known) addPath(known.fields, parent, { lookups: rest, field: path.field });
  else {
    const value = recordRepresentation(parent, [{ lookups: rest, field: path.field }]);
    fields[relationship] = { displayValue: nameOf(parent), value };
  }
}

function nameOf(record: SObject): string | null {
  const name = valueOf(record, nameFieldOf(record.object).toLowerCase());
  return typeof name === 'string' ? name : null;
}

function fieldValue(record: SObject, field: FieldModel): FieldValue {
  const given = valueOf(record, field.name.toLowerCase());
  const value = given === null && field.type === 'BOOLEAN' ? false : toJson(given);
  const currency = valueOf(record, 'currencyisocode');
  const code = typeof currency === 'string' ? currency : currentTransaction().organization.currency;
  return { displayValue: displayValue(field, value, code), value };
}

/** The paths with what every record is read with, each once, as SOQL selects them. */
export function selection(
  record: { readonly fields: ReadonlyMap<string, FieldModel> },
  paths: readonly FieldPath[],
): string {
  const always = ALWAYS.flatMap((name) => record.fields.get(name.toLowerCase())?.name ?? []);
  return [
    ...new Map([...always, ...paths.map(textOfPath)].map((text) => [text.toLowerCase(), text])).values(),
  ].join(', ');
}
