import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';

/** `super` alone; with a member behind it `name.ts` and `call.ts` deal with it. */
export function checkSuper(node: ast.Super, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/super-value',
    span: node.span,
    message: "'super' is no value.",
    suggestion: 'Write `super.method(...)`, or `this` for the object itself.',
  });
}
