/** BW2005, BW2006, BW2007: each value has one source, each field one owner. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { ConditionModel, MappingModel, PathModel, RowModel } from '../../model.ts';
import { areExclusive } from '../exclusive.ts';
import { allMappings, type SystemFacts } from '../facts.ts';
import { mayOverlap } from '../overlap.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** Something that puts a value into a billing property. */
interface Writer {
  readonly path: PathModel;
  readonly when: readonly ConditionModel[];
  readonly name: string;
}

/** All pairs, each once. */
function pairs<T>(things: readonly T[]): [T, T][] {
  return things.flatMap((one, index) => things.slice(index + 1).map((other): [T, T] => [one, other]));
}

const fillsField = ({ owner }: RowModel): boolean => owner !== 'salesforce';

/** A default of the connection is no second source: it stands in where no row has a value. */
function writersOf({ rows, constants, key }: MappingModel): Writer[] {
  return [
    ...(key ? [{ path: key.property, when: [], name: 'the natural key' }] : []),
    ...constants.map(({ path, value }) => ({ path, when: [], name: `the constant "${value}"` })),
    ...rows
      .filter(({ owner }) => owner !== 'billing')
      .map(({ path, when, field }) => ({ path, when, name: `the field ${field}` })),
  ];
}

function twoSources(mapping: MappingModel): Diagnostic[] {
  return pairs(writersOf(mapping))
    .filter(([one, other]) => mayOverlap(one.path, other.path) && !areExclusive(one.when, other.when))
    .map(([one, other]) =>
      diagnostic(
        'BW2005',
        other.path.source,
        `"${other.path.text}" gets its value from ${one.name} (line ${one.path.source.line}) and from ${other.name}.`,
        'For a record to which both apply nobody can say which value billing ends up with.',
        'Take one of them away, or give both a "when" that never holds for the same record.',
      ),
    );
}

/** Two rows that only send a field to two places are fine; one that fills it beside any other is not. */
function twoOwners({ object, rows }: MappingModel): Diagnostic[] {
  return pairs(rows)
    .filter(([one, other]) => one.field === other.field && (fillsField(one) || fillsField(other)))
    .filter(([one, other]) => !areExclusive(one.when, other.when))
    .map(([one, other]) =>
      diagnostic(
        'BW2006',
        other.source,
        `${object}.${other.field} is owned by ${one.owner} (line ${one.source.line}) and again by ${other.owner}.`,
        'Each side would undo what the other wrote.',
        'Keep one row; say "shared" with a conflict rule if both sides may change the value.',
      ),
    );
}

/** Two mappings may read one object, as a service and its parent do, but the field has to come from one of them. */
function twoMappings({ system }: SystemFacts): Diagnostic[] {
  const filled = system.mappings.flatMap((mapping) =>
    mapping.rows.filter(fillsField).map((row) => ({ mapping, row })),
  );
  const byField = Map.groupBy(filled, ({ mapping, row }) => `${mapping.object}.${row.field}`);
  return [...byField].flatMap(([field, fillers]) =>
    pairs(fillers)
      .filter(([one, other]) => one.mapping !== other.mapping && !areExclusive(one.row.when, other.row.when))
      .map(([one, other]) =>
        diagnostic(
          'BW2007',
          other.row.source,
          `${field} is filled from billing by ${one.mapping.name} and by ${other.mapping.name}.`,
          'The two billing objects would overwrite each other’s value.',
          'Keep the row in one of the two mappings.',
        ),
      ),
  );
}

export const owners: Rule = {
  check: (facts) => [
    ...allMappings(facts).flatMap(({ mapping }) => [...twoSources(mapping), ...twoOwners(mapping)]),
    ...facts.systems.flatMap(twoMappings),
  ],
};
