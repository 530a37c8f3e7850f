import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';

const REASONS: readonly string[] = ['Manual', 'Owner', 'Rule', 'ImplicitChild', 'ImplicitParent', 'Team'];

/**
 * `Schema.Invoice__Share.RowCause.Manual`: a reason for sharing is a text. Reasons of the project's own end in `__c`;
 * null for anything else.
 */
export function rowCause(
  target: IrExpression,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): IrExpression | null {
  if (target.kind !== 'fieldToken' || target.field !== 'RowCause') return null;
  const isOwn = /__c$/i.test(name.text);
  const reason = isOwn ? name.text : REASONS.find((each) => each.toLowerCase() === name.text.toLowerCase());
  if (reason === undefined) return null;
  return { kind: 'literal', literal: 'string', value: reason, type: scope.world.primitive('String'), span };
}
