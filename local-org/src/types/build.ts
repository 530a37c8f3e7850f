import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { Catalogue } from '../platform/catalogue.ts';
import type { OrgSchema } from '../schema/model.ts';
import type * as ast from '../syntax/ast.ts';
import { anonymousClass } from './anonymous.ts';
import { declareMembers, declareName, declareSuperTypes, withInner } from './declare.ts';
import { assignJsNames } from './js-names.ts';
import type { LibraryIndex } from './library-index.ts';
import { ProjectWorld } from './project-world.ts';
import type { ClassSymbol } from './symbols.ts';

/** One source file: a class, interface or enum; a trigger; a piece of anonymous Apex. */
export interface SourceUnit {
  readonly unit: ast.Unit;
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  /** E.g. 67. */
  readonly apiVersion: number;
}

export interface WorldOptions {
  readonly schema: OrgSchema;
  readonly library: LibraryIndex;
  /** The namespace that the project is loaded with; null for none. */
  readonly namespace: string | null;
  /** See `ResolveContext`. */
  readonly packageNamespace?: string | null;
  readonly diagnostics: DiagnosticSink;
  /** For those who build several worlds with one library. */
  readonly catalogue?: Catalogue;
}

/**
 * Builds the world of a project and reports every type of a header that nothing has. Of several classes of one name
 * the first is kept; `check/classes/duplicates.ts` reports the others. Triggers and anonymous Apex have no name; use
 * `world.declare` for them.
 */
export function buildWorld(units: readonly SourceUnit[], options: WorldOptions): ProjectWorld {
  const { library, namespace } = options;
  const catalogue = options.catalogue ?? new Catalogue({ isVirtual: (name) => library.isVirtual(name) });
  const classes = new Map<string, ClassSymbol>();
  const duplicates: ClassSymbol[] = [];
  for (const { unit, file, apiVersion } of units) {
    if (unit.kind !== 'classUnit') continue;
    const symbol = declareName(unit.declaration, { file, apiVersion, namespace, outer: null });
    const key = symbol.name.toLowerCase();
    if (classes.has(key)) duplicates.push(symbol);
    else classes.set(key, symbol);
  }
  const declare = (
    unit: ast.AnonymousUnit | ast.TriggerUnit,
    file: string,
    apiVersion: number,
  ): ClassSymbol => {
    const symbol = declareName(anonymousClass(unit), { file, apiVersion, namespace: null, outer: null });
    fillIn([symbol], world);
    return symbol;
  };
  const world = new ProjectWorld({ ...options, catalogue, classes, duplicates, declare });
  fillIn([...classes.values()], world);
  return world;
}

function fillIn(roots: readonly ClassSymbol[], world: ProjectWorld): void {
  const resolve = (reference: ast.TypeReference, from: ClassSymbol) => world.resolve(reference, from);
  const symbols = roots.flatMap(withInner);
  // Outer classes first: what they inherit tells which names their inner classes see.
  const outerFirst = [...symbols].sort(
    (left, right) => Number(left.outer !== null) - Number(right.outer !== null),
  );
  for (const symbol of outerFirst) declareSuperTypes(symbol, resolve);
  for (const symbol of symbols) declareMembers(symbol, resolve);
  assignJsNames(symbols);
}
