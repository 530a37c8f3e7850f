import type { IrExpression, IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { checkExpression } from '../expressions/expression.ts';
import { checkCondition } from './condition.ts';
import { requireEffect } from './expression-statement.ts';
import { checkLocal } from './local.ts';
import { checkBody } from './statement.ts';

/** The loop's variables live in a block around it. */
export function checkFor(node: ast.For, scope: Scope): IrStatement {
  const around = scope.block();
  const initial = checkInitial(node.initial, around);
  const condition = node.condition && checkCondition(node.condition, around);
  const update = node.update.map((part) => checkEffect(part, around));
  const body = node.body && checkBody(node.body, around.loop());
  return { kind: 'for', initial, condition, update, body, span: node.span };
}

function checkInitial(initial: ast.For['initial'], scope: Scope): readonly IrStatement[] {
  if ('kind' in initial) return checkLocal(initial, scope);
  return initial.map((part) => ({
    kind: 'expression',
    expression: checkEffect(part, scope),
    span: part.span,
  }));
}

function checkEffect(node: ast.Expression, scope: Scope): IrExpression {
  requireEffect(node, scope);
  return checkExpression(node, scope, null);
}
