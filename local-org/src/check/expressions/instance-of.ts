import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import { sameType } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { describeType, isAnySObject } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { checkExpression } from './expression.ts';

export function checkInstanceOf(
  node: ast.InstanceOf,
  scope: Scope,
  _expected: Type | null = null,
): IrExpression {
  const operand = checkExpression(node.value, scope, null);
  const of = scope.world.resolve(node.type, scope.owner);
  const type = scope.world.primitive('Boolean');
  if (of.kind === 'unknown' || operand.type.kind === 'unknown')
    return { ...unknownExpression(node.span), type };
  const verdict = certainty(operand.type, of, scope);
  if (verdict === null) return { kind: 'instanceOf', operand, of, type, span: node.span };
  const [left, right] = [describeType(operand.type, scope.world), scope.world.describe(of)];
  return scope.wrong({
    code: 'type/instance-of',
    span: node.span,
    message: `'instanceof' always is ${verdict} here: ${left} ${verdict ? 'always' : 'never'} is ${right}.`,
    ...(verdict ? { suggestion: 'Compare with null instead.' } : {}),
  });
}

/** What the compiler knows without running: true, false, or null for what depends on the value. */
function certainty(from: Type, of: Type, scope: Scope): boolean | null {
  if (from.kind === 'void') return false;
  if (from.kind === 'null') return true;
  if (isAlways(from, of, scope)) return true;
  return scope.world.isCastable(from, of) || scope.world.isAssignable(from, of) ? null : false;
}

/** Collections are left to the running code: a `List<SObject>` fits a `List<Account>` in both directions. */
function isAlways(from: Type, of: Type, scope: Scope): boolean {
  if (sameType(from, of) || of.kind === 'object') return true;
  if (from.kind === 'sobject') return isAnySObject(of);
  if (from.kind !== 'class' || of.kind !== 'class' || from.arguments.length > 0) return false;
  return scope.world.isAssignable(from, of);
}
