import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType } from '../convert.ts';

/** What belongs to an object, in code that has none. */
export function wrongInStatic(word: string, span: Span, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/static-context',
    span,
    message: `'${word}' does not exist in static code.`,
    suggestion: 'Remove `static`, or pass the object as a parameter.',
  });
}

/** An instance member behind the name of its class. */
export function notStatic(type: Type, name: ast.Identifier, scope: Scope): IrExpression {
  const owner = describeType(type, scope.world);
  return scope.wrong({
    code: 'name/static-context',
    span: name.span,
    message: `${owner}.${name.text} is not static: it needs an object of ${owner}.`,
  });
}
