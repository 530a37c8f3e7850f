import type * as ast from '../syntax/ast.ts';
import type { IrExpression } from '../ir/ir.ts';
import type { Scope } from './checker.ts';

/**
 * Reports the plain name of a field that is declared further down, in code that runs in the order of the declarations.
 * `this.name` and `name.member` may be written: the value is null then.
 */
export function checkOrder(node: ast.Expression, value: IrExpression, scope: Scope): void {
  if (!scope.isInitialiser || node.kind !== 'name') return;
  if (value.kind !== 'field' && value.kind !== 'staticField') return;
  const { owner, declaration, name } = value.field;
  if (owner !== scope.owner || declaration?.kind !== 'field' || node.span.start >= declaration.span.end)
    return;
  scope.report({
    code: 'name/forward-reference',
    span: node.span,
    message: `'${name}' is declared further down and has no value yet.`,
    suggestion: 'Declare it first.',
  });
}
