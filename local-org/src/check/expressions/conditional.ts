import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { commonType } from '../common-type.ts';
import { describeType, fit, withArticle } from '../convert.ts';
import { asBoolean } from './binary.ts';
import { checkExpression } from './expression.ts';

export function checkConditional(
  node: ast.Conditional,
  scope: Scope,
  expected: Type | null = null,
): IrExpression {
  const condition = asBoolean(checkExpression(node.condition, scope, null), 'The condition', scope);
  const then = checkExpression(node.then, scope, expected);
  const otherwise = checkExpression(node.otherwise, scope, expected);
  const type = commonType(then.type, otherwise.type, scope.world);
  if (type === null) {
    const [first, second] = [then, otherwise].map((side) =>
      withArticle(describeType(side.type, scope.world)),
    );
    return scope.wrong({
      code: 'type/no-common-type',
      span: node.span,
      message: `One side of '?:' is ${first} and the other ${second}; they have no type in common.`,
    });
  }
  return {
    kind: 'conditional',
    condition,
    then: fit(then, type, scope.world) ?? then,
    otherwise: fit(otherwise, type, scope.world) ?? otherwise,
    type,
    span: node.span,
  };
}
