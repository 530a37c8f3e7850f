import type { ts } from 'ts-morph';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';

/** Reports a declaration whose TSDoc is missing; `use` says what would be empty without it. */
export function requireDoc(ctx: ReadContext, doc: string, at: ts.Node, thing: string, use: string): void {
  if (doc !== '') return;
  ctx.report(codes.missingDoc, at, {
    what: `${thing} has no TSDoc.`,
    why: `The comment above it becomes ${use}.`,
    fix: 'Write /** … */ directly above it: what it is for, in a sentence or two.',
  });
}
