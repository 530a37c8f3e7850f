import type { IrExpression } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { asBoolean } from '../expressions/binary.ts';
import { checkExpression } from '../expressions/expression.ts';

/** What stands in the parentheses of `if`, `while` and `for`. */
export function checkCondition(node: ast.Expression, scope: Scope): IrExpression {
  return asBoolean(checkExpression(node, scope, scope.world.primitive('Boolean')), 'The condition', scope);
}
