import type { IrConversion, IrExpression } from '../ir/ir.ts';
import type { PrimitiveName, Type } from '../types/type.ts';
import { sameType } from '../types/make.ts';
import type { World } from '../types/world.ts';
import type { Scope } from './checker.ts';
import { suggestConversion } from './conversion-suggestions.ts';

/**
 * Makes an expression fit where a `type` is wanted: an assignment, an argument, a return. Reports `type/mismatch` when it
 * does not.
 *
 * @param place What the value is for, as the message names it: `'count'`, `the result of 'run'`.
 */
export function convertTo(expression: IrExpression, type: Type, scope: Scope, place?: string): IrExpression {
  const fitting = fit(expression, type, scope.world);
  return fitting ?? scope.wrong(mismatch(expression, type, scope.world, place));
}

/**
 * The same without a report: null when the expression does not fit. A `List<SObject>` fits a `List<Account>` whatever it
 * holds: only a written cast is looked at when it runs, as on the platform.
 */
export function fit(expression: IrExpression, type: Type, world: World): IrExpression | null {
  const from = expression.type;
  if (from.kind === 'unknown' || type.kind === 'unknown') return expression;
  if (from.kind === 'void' || type.kind === 'void') return null;
  if (from.kind === 'null') return expression;
  if (sameType(from, type)) return expression;
  if (!world.isAssignable(from, type)) return null;
  if (from.kind === 'primitive' && type.kind === 'primitive') return converted(expression, from.name, type);
  return expression;
}

/** An explicit `convert` node; the pair must be one that Apex has. */
export function converted(
  expression: IrExpression,
  from: PrimitiveName,
  to: Type & { kind: 'primitive' },
): IrExpression {
  if (from === to.name) return expression;
  return {
    kind: 'convert',
    conversion: { from, to: to.name },
    operand: expression,
    type: to,
    span: expression.span,
  };
}

export function conversion(from: PrimitiveName, to: PrimitiveName): IrConversion | null {
  return from === to ? null : { from, to };
}

export function isAnySObject(type: Type): boolean {
  return type.kind === 'sobject' && type.name.toLowerCase() === 'sobject';
}

function mismatch(expression: IrExpression, to: Type, world: World, place: string | undefined) {
  const given = withArticle(describeType(expression.type, world));
  const wanted = withArticle(describeType(to, world));
  const suggestion = suggestConversion(expression.type, to, world);
  return {
    code: 'type/mismatch',
    span: expression.span,
    message: messageOf(expression.type, given, wanted, place),
    ...(suggestion === null ? {} : { suggestion }),
  };
}

function messageOf(from: Type, given: string, wanted: string, place: string | undefined): string {
  if (from.kind === 'void') return `This call gives no value, but ${wanted} is wanted here.`;
  if (place === undefined) return `Cannot use ${given} here, where ${wanted} is wanted.`;
  return `Cannot put ${given} into ${place}, which is ${wanted}.`;
}

export function describeType(type: Type, world: World): string {
  return type.kind === 'void' ? 'void' : world.describe(type);
}

/** `an Integer`, `a List<String>`. */
export function withArticle(name: string): string {
  return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`;
}
