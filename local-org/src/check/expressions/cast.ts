import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import { sameType } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { converted, describeType, withArticle } from '../convert.ts';
import { suggestConversion } from '../conversion-suggestions.ts';
import { unknownExpression } from '../scope.ts';
import { checkExpression } from './expression.ts';

export function checkCast(node: ast.Cast, scope: Scope, _expected: Type | null = null): IrExpression {
  const type = scope.world.resolve(node.type, scope.owner);
  const operand = checkExpression(node.value, scope, type);
  const from = operand.type;
  if (type.kind === 'unknown' || from.kind === 'unknown') return { ...unknownExpression(node.span), type };
  if (sameType(from, type)) return operand;
  if (operand.kind === 'literal' && from.kind === 'null') return { ...operand, type };
  if (from.kind === 'void' || !mayFit(from, type, scope)) return impossible(node, operand, type, scope);
  if (from.kind === 'primitive' && type.kind === 'primitive') {
    return { ...converted(operand, from.name, type), span: node.span };
  }
  return { kind: 'cast', operand, type, span: node.span };
}

function mayFit(from: Type, to: Type, scope: Scope): boolean {
  return scope.world.isAssignable(from, to) || scope.world.isCastable(from, to);
}

function impossible(node: ast.Cast, operand: IrExpression, to: Type, scope: Scope): IrExpression {
  const suggestion = suggestConversion(operand.type, to, scope.world);
  const given = withArticle(describeType(operand.type, scope.world));
  return scope.wrong({
    code: 'type/cast',
    span: node.span,
    message: `${given[0]?.toUpperCase()}${given.slice(1)} never is ${withArticle(scope.world.describe(to))}.`,
    ...(suggestion === null ? {} : { suggestion }),
  });
}
