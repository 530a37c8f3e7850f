import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType, withArticle } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';

export function checkThrow(node: ast.Throw, scope: Scope): IrStatement {
  const value = checkExpression(node.value, scope, null);
  if (value.type.kind !== 'null' && !isException(value.type, scope)) {
    const given = withArticle(describeType(value.type, scope.world));
    scope.report({
      code: 'type/not-an-exception',
      span: node.value.span,
      message: `Only an exception can be thrown, but this is ${given}.`,
    });
  }
  return { kind: 'throw', value, span: node.span };
}

/** True as well for what was already reported. */
export function isException(type: Type, scope: Scope): boolean {
  return type.kind === 'unknown' || scope.world.asType(type, 'System.Exception') !== null;
}
