/** BW2101 to BW2106: value maps, alone and against the values of both sides. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { RowModel, ValueMapModel } from '../../model.ts';
import { closest } from '../../../text/suggest.ts';
import { allMappings, membersOf, type Facts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** A value map where a row uses it. */
interface Use {
  readonly map: ValueMapModel;
  readonly row: RowModel;
  readonly field: string;
  /** Values of the billing type, where it is a closed list. */
  readonly members?: readonly string[];
  /** Values of the picklist, where it is restricted. */
  readonly picks?: readonly string[];
}

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ');
const unique = (values: readonly string[]): string[] => [...new Set(values)];

function hint(values: readonly string[], known: readonly string[]): string {
  const hints = values.flatMap((value) => {
    const near = closest(value, known);
    return near === undefined ? [] : [`"${near}" for "${value}"`];
  });
  return hints.length > 0 ? `Did you mean ${hints.join(', ')}?` : `Known are ${quoted(known)}.`;
}

function billingSide({ map, row, members }: Use): Diagnostic[] {
  if (!members) return [];
  const fallback = map.toBilling.kind === 'use' ? [map.toBilling.value] : [];
  const used = unique([...map.rows.map(({ billing }) => billing), ...fallback]);
  const unknown = used.filter((value) => !members.includes(value));
  const missing = members.filter((value) => !map.rows.some(({ billing }) => billing === value));
  const found: Diagnostic[] = [];
  if (unknown.length > 0)
    found.push(
      diagnostic(
        'BW2103',
        map.source,
        `The value map "${map.name}" holds ${quoted(unknown)}, which "${row.path.text}" can't be.`,
        'Such a row never applies, or sends what billing refuses.',
        hint(unknown, members),
      ),
    );
  if (missing.length > 0)
    found.push(
      diagnostic(
        'BW2101',
        map.source,
        `The value map "${map.name}" misses ${quoted(missing)} of "${row.path.text}".`,
        'A value that billing is known to have must not depend on the fallback, which is for values of tomorrow.',
        `Add a row for ${quoted(missing)}.`,
      ),
    );
  return found;
}

/** Values that Salesforce sends; `block` says on purpose that a record with another value has to wait. */
function unsent({ map, row, picks = [] }: Use): readonly string[] {
  if (row.owner === 'billing' || map.toBilling.kind === 'block') return [];
  const fold = (value: string): string => (map.ignoreCase ? value.toLowerCase() : value);
  const sent = new Set(
    map.rows.flatMap(({ salesforce, alsoAccepted }) => [salesforce, ...alsoAccepted]).map(fold),
  );
  return picks.filter((value) => !sent.has(fold(value)));
}

function salesforceSide(use: Use): Diagnostic[] {
  const { map, field, picks } = use;
  if (!picks) return [];
  const fallback = map.toSalesforce.kind === 'use' ? [map.toSalesforce.value] : [];
  const used = unique([...map.rows.map(({ salesforce }) => salesforce), ...fallback]);
  const unknown = used.filter((value) => !picks.includes(value));
  const missing = unsent(use);
  const found: Diagnostic[] = [];
  if (unknown.length > 0)
    found.push(
      diagnostic(
        'BW2104',
        map.source,
        `The value map "${map.name}" holds ${quoted(unknown)}, which the picklist ${field} does not have.`,
        'Salesforce refuses a value that is not in a restricted picklist.',
        hint(unknown, picks),
      ),
    );
  if (missing.length > 0)
    found.push(
      diagnostic(
        'BW2102',
        map.source,
        `The value map "${map.name}" misses ${quoted(missing)} of the picklist ${field}.`,
        'A person can choose the value, and then nothing says what billing gets.',
        `Add a row for ${quoted(missing)}, or say "block" for unknown values on the way to billing.`,
      ),
    );
  return found;
}

function twice(values: readonly string[]): string[] {
  return unique(values.filter((value, index) => values.indexOf(value) !== index));
}

function repeated(map: ValueMapModel, values: readonly string[], side: string): Diagnostic[] {
  const again = twice(values);
  if (again.length === 0) return [];
  return [
    diagnostic(
      'BW2105',
      map.source,
      `The value map "${map.name}" has two rows for ${quoted(again)} on the side of ${side}.`,
      'Nobody can say which of the two rows holds.',
      'Remove one of them.',
    ),
  ];
}

/** Several billing values may become one Salesforce value; only on the way to billing it has to be one row. */
function repetitions(map: ValueMapModel, uses: readonly Use[]): Diagnostic[] {
  const fold = (value: string): string => (map.ignoreCase ? value.toLowerCase() : value);
  const accepted = map.rows.flatMap((row) => unique([row.salesforce, ...row.alsoAccepted].map(fold)));
  const isSent = uses.some(({ row }) => row.owner !== 'billing');
  return [
    ...repeated(
      map,
      map.rows.map(({ billing }) => billing),
      'billing',
    ),
    ...(isSent ? repeated(map, accepted, 'Salesforce') : []),
  ];
}

/** A map is stored as a table of text: a tab or a line break parts cells, and an empty one is trimmed away. */
const isCell = (value: string): boolean => value.trim() !== '' && !/[\t\n\r]/.test(value);

function unstorable({ name, rows, toSalesforce, toBilling, source }: ValueMapModel): Diagnostic[] {
  const fallbacks = [toSalesforce, toBilling].flatMap((one) => (one.kind === 'use' ? [one.value] : []));
  const cells = rows.flatMap((row) => [row.billing, row.salesforce, ...row.alsoAccepted]);
  const bad = unique([...cells, ...fallbacks]).filter((value) => !isCell(value));
  if (bad.length === 0) return [];
  return [
    diagnostic(
      'BW2106',
      source,
      `The value map "${name}" holds ${bad.map((value) => JSON.stringify(value)).join(', ')}.`,
      'The map is stored as lines of values parted by tabs: a value with a tab or a line break would become two, an empty one none.',
      'Map values that have characters and stand on one line; leave a row for an empty value out.',
    ),
  ];
}

function usesOf(facts: Facts): Use[] {
  return allMappings(facts).flatMap(({ in: system, mapping }) =>
    mapping.rows.flatMap((row) => {
      const map = row.values === undefined ? undefined : system.valueMaps.get(row.values);
      if (!map) return [];
      const members = membersOf(system, row.path.type);
      const picks = facts.objects.get(mapping.object)?.fields.get(row.field)?.values;
      const field = `${mapping.object}.${row.field}`;
      return [{ map, row, field, ...(members && { members }), ...(picks && { picks }) }];
    }),
  );
}

export const valueMaps: Rule = {
  check: (facts) => {
    const uses = usesOf(facts);
    return [
      ...uses.flatMap((use) => [...billingSide(use), ...salesforceSide(use)]),
      ...facts.systems.flatMap(({ system }) =>
        system.valueMaps.flatMap((map) => [
          ...unstorable(map),
          ...repetitions(
            map,
            uses.filter((use) => use.map === map),
          ),
        ]),
      ),
    ];
  },
};
