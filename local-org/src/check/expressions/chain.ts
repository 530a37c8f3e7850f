import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';

/** One link of a chain: `.name`, `.name(...)` or `[index]` behind a target. */
export interface Link {
  readonly targetNode: ast.Expression;
  readonly safe: boolean;
  readonly span: Span;
}

/**
 * Puts a link behind a target. A `?.` binds the target to a temporary; what follows a `?.` in the same chain is skipped
 * with it, so that it goes inside of the `safe` node.
 */
export function follow(
  link: Link,
  target: IrExpression,
  scope: Scope,
  use: (target: IrExpression) => IrExpression,
): IrExpression {
  if (target.kind === 'safe' && link.targetNode.kind !== 'parenthesised') {
    const then = follow(link, target.then, scope, use);
    return { ...target, then, type: then.type, span: link.span };
  }
  if (!link.safe || target.type.kind === 'unknown' || target.type.kind === 'void') return use(target);
  const local = scope.temporary(target.type);
  const then = use({ kind: 'local', local, type: target.type, span: target.span });
  return { kind: 'safe', target, local, then, type: then.type, span: link.span };
}
