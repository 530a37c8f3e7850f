/** BW2013: of two objects that need each other, none can be created first. Circles that the reader reports stay with it. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { MappingModel } from '../../model.ts';
import type { SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** Types of mappings whose billing id an object needs before it can be created. */
function needs({ create, rows }: MappingModel): readonly string[] {
  if (create === undefined) return [];
  return rows.flatMap(({ link, owner, path }) =>
    link !== undefined && owner !== 'billing' && !path.optional ? [link] : [],
  );
}

/** The shortest way from a mapping back to itself, if there is one. */
function circle(
  needsOf: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (const way of ways) {
    for (const next of needsOf.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}

function ofSystem({ system: { mappings } }: SystemFacts): Diagnostic[] {
  const needsOf = new Map(mappings.map((mapping) => [mapping.type, needs(mapping)]));
  return mappings.flatMap(({ type, source }) => {
    const way = circle(needsOf, type);
    if (!way) return [];
    return [
      diagnostic(
        'BW2013',
        source,
        `To create "${type}" it must exist already: ${way.join(' needs ')}.`,
        'None of these objects can be created before the others.',
        'Make one of the linked properties optional, and fill it by an update.',
      ),
    ];
  });
}

export const creationOrder: Rule = { check: ({ systems }) => systems.flatMap(ofSystem) };
