import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import type { Chosen } from './arguments.ts';
import { withDefaultAccess } from './default-access.ts';
import { objectToken } from './tokens.ts';

/** Methods that JavaScript finds on the object itself are `name/arity`; see `runtime/abi.md`. */
const VIRTUAL = /\/\d+$/;

/** A method on a value. */
export function callOf(chosen: Chosen, target: IrExpression, span: Span): IrExpression {
  const { method } = chosen;
  const type = method.returnType;
  const kind = method.owner.origin === 'source' || VIRTUAL.test(method.jsName) ? 'call' : 'platformCall';
  return { kind, target, method, arguments: chosen.arguments, type, span };
}

/**
 * A static method of the type that stands in front. A method that the platform has for every enum or for every object of
 * a kind (`Season.values()`, `Setting__c.getInstance()`) gets the type or the object's token as its first argument.
 */
export function staticCallOf(chosen: Chosen, through: Type, span: Span, scope: Scope): IrExpression {
  const type = chosen.method.returnType;
  if (chosen.method.owner.origin === 'source')
    return { kind: 'staticCall', method: chosen.method, arguments: chosen.arguments, type, span };
  const token = tokenOf(through, span, scope);
  const { method, arguments: given } = withDefaultAccess(chosen, span, scope);
  const args = token ? [token, ...given] : given;
  return { kind: 'platformCall', target: null, method, arguments: args, type, span };
}

function tokenOf(type: Type, span: Span, scope: Scope): IrExpression | null {
  if (type.kind === 'sobject') return objectToken(type.name, span, scope);
  if (type.kind !== 'class' || type.symbol.kind !== 'enum') return null;
  return { kind: 'classLiteral', of: type, type: scope.world.platform('System.Type'), span };
}
