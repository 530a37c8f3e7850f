import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { called, once, type Place } from './place.ts';

type Access = Ir<'element' | 'recordField' | 'recordParent' | 'recordChildren'>;

/** Calls the method of a record or list that gives what the expression names. */
export function emitAccess({ target, span }: Access, method: string, key: Code, fn: FunctionContext): Code {
  const owner = emitExpression(target, fn);
  // A lookup that is empty gives null for whatever is read through it.
  if (target.kind === 'recordParent') return ['(', owner, at(span, `?.${method}(`), key, ') ?? null)'];
  return [owner, at(span, `.${method}(`), key, ')'];
}

/** A place of a record that is read and written by name. */
export function namedPlace(
  expression: Ir<'recordField' | 'recordParent'>,
  key: Code,
  methods: { readonly read: string; readonly write: string },
  fn: FunctionContext,
  isRead: boolean,
): Place {
  const before: Code[] = [];
  const owner = once(expression.target, fn, before, isRead);
  return called(before, owner, expression, key, methods);
}
