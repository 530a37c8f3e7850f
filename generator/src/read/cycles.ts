/** Finds mappings that wait for each other: none of their objects could ever be the first to be made in billing. */
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { MappingScope, Need } from './mapping-scope.ts';
import type { MappingHeader } from './system-index.ts';

/** A link to the mapping itself is fine: a parent is made before its children, record by record. */
export function reportCycles(ctx: ReadContext, scopes: readonly MappingScope[]): void {
  const byHeader = new Map(scopes.map((scope) => [scope.header, scope]));
  for (const scope of scopes)
    for (const need of scope.neededMappings) {
      const path = need.target === scope.header ? undefined : pathTo(byHeader, need.target, scope.header);
      if (path) reportCycle(ctx, scope.header, need, path);
    }
}

/** What has to be there before an object of `scope` can be made: what it links to and what its body holds. */
function needsOf(scope: MappingScope | undefined): MappingHeader[] {
  const needs = [...(scope?.neededMappings ?? []), ...(scope?.containedMappings ?? [])];
  return needs.map(({ target }) => target).filter((target) => target !== scope?.header);
}

/** The shortest way from one mapping to another, both included; undefined where there is none. */
function pathTo(
  byHeader: ReadonlyMap<MappingHeader, MappingScope>,
  from: MappingHeader,
  to: MappingHeader,
): readonly MappingHeader[] | undefined {
  const cameFrom = new Map<MappingHeader, MappingHeader | undefined>([[from, undefined]]);
  for (const [at] of cameFrom)
    for (const next of needsOf(byHeader.get(at))) if (!cameFrom.has(next)) cameFrom.set(next, at);
  if (!cameFrom.has(to)) return undefined;
  const path: MappingHeader[] = [];
  for (let at: MappingHeader | undefined = to; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

function reportCycle(
  ctx: ReadContext,
  from: MappingHeader,
  { at }: Need,
  path: readonly MappingHeader[],
): void {
  // The type checker stumbles over the same circle, at the constants.
  ctx.cover(from.declaration.node.name);
  const names = [from, ...path].map(({ name }) => name).join(' -> ');
  ctx.report(codes.circularReference, at, {
    what: `The mappings wait for each other: ${names}.`,
    why: 'Each needs the billing id of the next before it can be made, so that none can be the first.',
    fix: "Let billing own one of the links: { owner: 'billing' }.",
  });
}
