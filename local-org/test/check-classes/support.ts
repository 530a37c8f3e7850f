import { checkDeclarations } from '../../src/check/classes/check-declarations.ts';
import { build } from '../types/support.ts';

/** Everything that is wrong with the declarations of classes that are written as Apex: `code: message suggestion`. */
export function problemsOf(...sources: readonly string[]): string[] {
  const built = build(sources);
  checkDeclarations(built.world);
  return built.problems();
}

/** The codes alone. */
export function codesOf(...sources: readonly string[]): string[] {
  return problemsOf(...sources).map((each) => each.slice(0, each.indexOf(':')));
}
