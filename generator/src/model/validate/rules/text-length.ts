/** BW2001, BW2002, BW2003: texts and values must fit on both sides. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { MappingModel, PathModel, RowModel, TypeRef, ValueMapModel } from '../../model.ts';
import { allMappings, membersOf, type FieldFacts, type Facts, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

interface Fit {
  readonly system: SystemFacts;
  readonly object: string;
  readonly row: RowModel;
  readonly field: FieldFacts;
  readonly map: ValueMapModel | undefined;
}

const recordIdLength = 18;

/** The most characters that billing declares for a text. */
function maxOf(type: TypeRef): number | undefined {
  return type.kind === 'scalar' && type.scalar === 'text' ? type.maxLength : undefined;
}

const tooLongFor = (max: number, values: readonly string[]): string[] =>
  values.filter((value) => value.length > max);
const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ');

/** Values that a row can put into Salesforce, where they are a closed list. */
function salesforceValues({ system, row, map }: Fit): readonly string[] {
  if (!map) return membersOf(system, row.path.type) ?? [];
  const fallback = map.toSalesforce.kind === 'use' ? [map.toSalesforce.value] : [];
  return [...map.rows.map(({ salesforce }) => salesforce), ...fallback];
}

/** Values that a row can put into billing, where they are a closed list. */
function billingValues({ field, map }: Fit): readonly string[] {
  if (!map) return field.values ?? [];
  const fallback = map.toBilling.kind === 'use' ? [map.toBilling.value] : [];
  return [...map.rows.map(({ billing }) => billing), ...fallback];
}

function intoSalesforce(fit: Fit): Diagnostic[] {
  const { object, row, field, map } = fit;
  const capacity = field.capacity;
  if (row.owner === 'salesforce' || capacity === undefined) return [];
  const max = map ? undefined : maxOf(row.path.type);
  const long = tooLongFor(capacity, salesforceValues(fit));
  return [
    ...(max !== undefined && max > capacity && row.convert !== 'shortenedText'
      ? [
          diagnostic(
            'BW2001',
            row.source,
            `"${row.path.text}" may have ${max} characters, ${object}.${row.field} takes ${capacity}.`,
            'Salesforce refuses a record with a text that is too long, so one long value stops the whole record.',
            `Make the field longer, or say "convert: shortenedText" to cut the text when it is read.`,
          ),
        ]
      : []),
    ...(long.length > 0
      ? [
          diagnostic(
            'BW2003',
            row.source,
            `${object}.${row.field} takes ${capacity} characters, too few for ${quoted(long)}.`,
            'Salesforce refuses a record with a text that is too long.',
            'Make the field longer, or map the value to a shorter one.',
          ),
        ]
      : []),
  ];
}

function intoBilling(fit: Fit): Diagnostic[] {
  const { object, row, field, map } = fit;
  const max = maxOf(row.path.type);
  if (row.owner === 'billing' || max === undefined) return [];
  const values = billingValues(fit);
  const long = tooLongFor(max, values);
  const isOpen = !map && field.values === undefined;
  return [
    ...(isOpen && field.capacity !== undefined && field.capacity > max
      ? [
          diagnostic(
            'BW2002',
            row.source,
            `${object}.${row.field} may have ${field.capacity} characters, "${row.path.text}" takes ${max}.`,
            'Billing refuses or cuts a text that is too long.',
            `Use a field of at most ${max} characters, or correct the limit in the type of the API.`,
          ),
        ]
      : []),
    ...(long.length > 0
      ? [
          diagnostic(
            'BW2003',
            row.source,
            `"${row.path.text}" takes ${max} characters, too few for ${quoted(long)}.`,
            'Billing refuses or cuts a text that is too long.',
            'Map the value to a shorter one.',
          ),
        ]
      : []),
  ];
}

function rowsOf(facts: Facts, system: SystemFacts, mapping: MappingModel): Diagnostic[] {
  return mapping.rows.flatMap((row) => {
    const field = facts.objects.get(mapping.object)?.fields.get(row.field);
    if (!field || row.link !== undefined) return [];
    const map = row.values === undefined ? undefined : system.valueMaps.get(row.values);
    const fit: Fit = { system, object: mapping.object, row, field, map };
    return [...intoSalesforce(fit), ...intoBilling(fit)];
  });
}

function tooLong(path: PathModel, length: number, thing: string): Diagnostic[] {
  const max = maxOf(path.type);
  if (max === undefined || length <= max) return [];
  return [
    diagnostic(
      'BW2002',
      path.source,
      `${thing} may have ${length} characters, "${path.text}" takes ${max}.`,
      'Billing refuses or cuts a text that is too long.',
      `Choose a property that takes ${length} characters, or correct the limit in the type of the API.`,
    ),
  ];
}

/** What goes into billing beside the rows: the natural key, constants and defaults of the connection. */
function othersOf(facts: Facts, mapping: MappingModel): Diagnostic[] {
  const connection = facts.objects.get('BillingConnection__c');
  return [
    ...(mapping.key ? tooLong(mapping.key.property, recordIdLength, 'The Salesforce record id') : []),
    ...mapping.constants.flatMap(({ path, value }) => tooLong(path, String(value).length, `"${value}"`)),
    ...mapping.defaults.flatMap(({ path, connectionField }) => {
      const capacity = connection?.fields.get(connectionField)?.capacity ?? 0;
      return tooLong(path, capacity, `BillingConnection__c.${connectionField}`);
    }),
  ];
}

export const textLength: Rule = {
  check: (facts) =>
    allMappings(facts).flatMap(({ in: system, mapping }) => [
      ...rowsOf(facts, system, mapping),
      ...othersOf(facts, mapping),
    ]),
};
