import type { Declared } from '../model/model.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';

/** Reports each thing whose name another one before it has already. */
export function reportDuplicates(
  ctx: ReadContext,
  kind: string,
  things: readonly (Declared & { readonly name: string })[],
): void {
  const first = new Map<string, Declared>();
  for (const thing of things) {
    const other = first.get(thing.name);
    if (other === undefined) first.set(thing.name, thing);
    else
      ctx.report(codes.duplicateName, thing.source, {
        what: `There are two of the kind ${kind} named "${thing.name}".`,
        why: `The other one is in ${other.source.file}, line ${other.source.line}; names have to be unique.`,
        fix: 'Give one of them another name, or remove it.',
      });
  }
}
