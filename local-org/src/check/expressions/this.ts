import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { classType } from '../../types/make.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType } from '../convert.ts';

export function thisExpression(scope: Scope, span: Span): IrExpression {
  return { kind: 'this', type: classType(scope.owner), span };
}

export function checkThis(node: ast.This, scope: Scope): IrExpression {
  return scope.isStatic ? wrongInStatic('this', node.span, scope) : thisExpression(scope, node.span);
}

/** `super` alone; with a member behind it `name.ts` and `call.ts` deal with it. */
export function checkSuper(node: ast.Super, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/super-value',
    span: node.span,
    message: "'super' is no value.",
    suggestion: 'Write `super.method(...)`, or `this` for the object itself.',
  });
}

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
