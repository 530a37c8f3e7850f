/** BW2013: of two objects that need each other, none can be created first. */
import type { MappingModel } from '../../model.ts';
import type { SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** Types of mappings whose billing id an object needs before it can be created. */
function needs({ create, rows }: MappingModel): readonly string[] {
  if (create === undefined) return [];
  return rows.flatMap(({ link, owner, path }) => (link !== undefined && owner !== 'billing' && !path.optional ? [link] : []));
}

/** The way from a mapping back to itself, if there is one. */
function circle(system: SystemFacts, start: string, at: string, way: readonly string[]): readonly string[] | undefined {
  const mapping = system.system.mappings.find(({ type }) => type === at);
  for (const next of mapping ? needs(mapping) : []) {
    if (next === start) return [...way, next];
    const found = way.includes(next) ? undefined : circle(system, start, next, [...way, next]);
    if (found) return found;
  }
  return undefined;
}

export const creationOrder: Rule = {
  check: (facts) =>
    facts.systems.flatMap((system) =>
      system.system.mappings.flatMap((mapping) => {
        const way = circle(system, mapping.type, mapping.type, [mapping.type]);
        if (!way) return [];
        return [
          diagnostic(
            'BW2013',
            mapping.source,
            `To create "${mapping.type}" it must exist already: ${way.join(' needs ')}.`,
            'None of these objects can be created before the others.',
            'Make one of the linked properties optional, and fill it by an update.',
          ),
        ];
      }),
    ),
};
