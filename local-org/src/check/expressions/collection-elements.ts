import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { ClassType, Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { convertTo, describeType } from '../convert.ts';
import { checkExpression } from './expression.ts';

/** An element of a collection of elements of the type; the type is not known when that is reported already. */
export function elementOf(
  node: ast.Expression,
  type: Type | undefined,
  scope: Scope,
  place = 'the element',
): IrExpression {
  const expression = checkExpression(node, scope, type ?? null);
  return type ? convertTo(expression, type, scope, place) : expression;
}

/** Which collection a type is; null for any other type. */
export function collection(type: Type): { readonly name: string; readonly type: ClassType } | null {
  if (type.kind !== 'class') return null;
  const found = /^system\.(list|set|map)$/.exec(type.symbol.fullName.toLowerCase())?.[1];
  return found === undefined ? null : { name: found, type };
}

export function noCollection(node: ast.TypeReference, type: Type, scope: Scope): IrExpression {
  const message = `${describeType(type, scope.world)} does not take such elements in braces.`;
  return scope.wrong({ code: 'type/not-a-collection', span: node.span, message });
}
