import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { classType } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { wrongInStatic } from './static-context.ts';

export function thisExpression(scope: Scope, span: Span): IrExpression {
  return { kind: 'this', type: classType(scope.owner), span };
}

export function checkThis(node: ast.This, scope: Scope): IrExpression {
  return scope.isStatic ? wrongInStatic('this', node.span, scope) : thisExpression(scope, node.span);
}
