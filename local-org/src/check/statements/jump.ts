import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';

export function checkJump(node: ast.Break | ast.Continue, scope: Scope): IrStatement {
  if (scope.loops === 0) {
    scope.report({
      code: 'flow/outside-loop',
      span: node.span,
      message: `\`${node.kind}\` stands outside of a loop.`,
    });
  }
  return { kind: node.kind, span: node.span };
}
