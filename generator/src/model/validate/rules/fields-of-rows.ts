/** BW2010, BW2011, BW2012, BW2014: the Salesforce side of rows, conditions, links and defaults. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { ConditionModel, MappingModel, RowModel, Source } from '../../model.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { allMappings, type FieldFacts, type Facts, type ObjectFacts, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

const unwritable: readonly FieldFacts['type'][] = ['AutoNumber', 'Formula', 'Summary'];

function unknownField(object: ObjectFacts, name: string, source: Source): Diagnostic {
  return diagnostic(
    'BW2011',
    source,
    `${object.name} has no field "${name}".`,
    'A mapping uses fields of core and the standard fields of the language’s catalogue.',
    didYouMean(name, object.fields.keys(), 'Declare the field in core, or a standard one in the catalogue.'),
  );
}

function conditions(object: ObjectFacts, tests: readonly ConditionModel[], source: Source): Diagnostic[] {
  return tests
    .filter(({ field }) => !object.fields.has(field))
    .map(({ field }) => unknownField(object, field, source));
}

function linkOf(system: SystemFacts, mapping: MappingModel, row: RowModel, field: FieldFacts): Diagnostic[] {
  if (row.link === undefined) return [];
  const target = system.system.mappings.find(({ type }) => type === row.link);
  if (!target || field.target === target.object) return [];
  const leads = field.target === undefined ? 'is no lookup' : `leads to ${field.target}`;
  return [
    diagnostic(
      'BW2012',
      row.source,
      `${mapping.object}.${row.field} ${leads}, but "${row.link}" is the mapping of ${target.object}.`,
      'The link of a record is found under the mapping of the object that the lookup leads to.',
      `Name a mapping of ${field.target ?? 'an object that a lookup leads to'}, or use another field.`,
    ),
  ];
}

function rowOf(system: SystemFacts, mapping: MappingModel, object: ObjectFacts, row: RowModel): Diagnostic[] {
  const field = object.fields.get(row.field);
  if (!field) return [unknownField(object, row.field, row.source)];
  const fills = row.owner !== 'salesforce' && unwritable.includes(field.type);
  return [
    ...conditions(object, row.when, row.source),
    ...linkOf(system, mapping, row, field),
    ...(fills
      ? [
          diagnostic(
            'BW2014',
            row.source,
            `${object.name}.${row.field} is computed by the platform (${field.type}).`,
            'Nobody can write to such a field.',
            'Say "fromSalesforce", or fill another field.',
          ),
        ]
      : []),
  ];
}

/** A likeness takes its place in billing from the row of its field. */
function likenesses({ object, rows, lookalikes }: MappingModel): Diagnostic[] {
  const fields = rows.map(({ field }) => field);
  return lookalikes
    .filter(({ field }) => !fields.includes(field))
    .map(({ field, source }) =>
      diagnostic(
        'BW2010',
        source,
        `The mapping of ${object} has no row for "${field}".`,
        'A likeness takes from the row where the value is in billing.',
        didYouMean(field, fields, 'Add a row for the field, or name one that has a row.'),
      ),
    );
}

/** Defaults and the switch of the natural key are fields of the connection. */
function connectionFields(facts: Facts, mapping: MappingModel): Diagnostic[] {
  const { key, defaults, source, updateOnlyIf, automation, confirm } = mapping;
  const connection = facts.objects.get('BillingConnection__c');
  const switches = key?.onlyIf === undefined ? [] : [{ field: key.onlyIf, source: key.property.source }];
  const used = [
    ...switches,
    ...[updateOnlyIf, automation, confirm?.onlyIf].flatMap((field) =>
      field === undefined ? [] : [{ field, source }],
    ),
    ...defaults.map(({ connectionField, source }) => ({ field: connectionField, source })),
  ];
  return used
    .filter(({ field }) => connection?.fields.has(field) !== true)
    .map(({ field, source }) =>
      diagnostic(
        'BW2010',
        source,
        `BillingConnection__c has no field "${field}".`,
        'Defaults and switches of a tenant are fields of its connection.',
        didYouMean(field, connection?.fields.keys() ?? [], 'Declare it in core.'),
      ),
    );
}

export const fieldsOfRows: Rule = {
  check: (facts) =>
    allMappings(facts).flatMap(({ in: system, mapping }) => {
      const object = facts.objects.get(mapping.object);
      if (!object) return [];
      return [
        ...mapping.rows.flatMap((row) => rowOf(system, mapping, object, row)),
        ...mapping.takesPart.flatMap(({ when, source }) => conditions(object, when, source)),
        ...connectionFields(facts, mapping),
        ...likenesses(mapping),
      ];
    }),
};
