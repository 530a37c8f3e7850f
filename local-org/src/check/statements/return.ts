import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { convertTo, withArticle } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';

export function checkReturn(node: ast.Return, scope: Scope): IrStatement {
  const { returnType } = scope;
  const value =
    node.value && checkExpression(node.value, scope, returnType.kind === 'void' ? null : returnType);
  if (returnType.kind === 'void') {
    if (value) reportReturn('This code gives no result, so `return` cannot have a value.', node, scope);
    return { kind: 'return', value: null, span: node.span };
  }
  if (!value) {
    reportReturn(
      `\`return\` needs a value here: ${withArticle(scope.world.describe(returnType))}.`,
      node,
      scope,
    );
    return { kind: 'return', value: null, span: node.span };
  }
  return { kind: 'return', value: convertTo(value, returnType, scope, resultName(scope)), span: node.span };
}

function resultName(scope: Scope): string {
  return scope.method ? `the result of '${scope.method.name}'` : 'the result of this getter';
}

function reportReturn(message: string, node: ast.Return, scope: Scope): void {
  if (scope.returnType.kind !== 'unknown') scope.report({ code: 'type/return', span: node.span, message });
}
