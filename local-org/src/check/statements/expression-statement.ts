import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { checkExpression } from '../expressions/expression.ts';

export function checkExpressionStatement(node: ast.ExpressionStatement, scope: Scope): IrStatement {
  requireEffect(node.expression, scope);
  return { kind: 'expression', expression: checkExpression(node.expression, scope, null), span: node.span };
}

/** Reports an expression whose value would be thrown away: only calls, assignments, `++`, `--` and `new` may stand alone. */
export function requireEffect(node: ast.Expression, scope: Scope): void {
  if (hasEffect(node)) return;
  scope.report({
    code: 'syntax/not-a-statement',
    span: node.span,
    message: 'An expression cannot stand alone; only a call, an assignment, `++`, `--` or `new` can.',
  });
}

function hasEffect(node: ast.Expression): boolean {
  switch (node.kind) {
    case 'call':
    case 'assignment':
    case 'new':
    case 'newSObject':
      return true;
    case 'parenthesised':
      return hasEffect(node.expression);
    case 'unary':
      return node.operator === '++' || node.operator === '--';
    default:
      return false;
  }
}
