import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { PrimitiveName, Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { arithmeticRule } from '../arithmetic.ts';
import { commonType } from '../common-type.ts';
import { equalityRule, identityRule, orderRule } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { converted, describeType, fit } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { checkExpression } from './expression.ts';

/** Goes down a chain like `a + b + c + ...` in a loop: generated code has thousands of links. */
export function checkBinary(node: ast.Binary, scope: Scope, expected: Type | null = null): IrExpression {
  const chain: ast.Binary[] = [];
  let first: ast.Expression = node;
  while (first.kind === 'binary') {
    chain.push(first);
    first = first.left;
  }
  const wanted = chain.at(-1)?.operator === '??' ? expected : null;
  let left = checkExpression(first, scope, wanted);
  for (const link of chain.reverse()) {
    const right = checkExpression(link.right, scope, link.operator === '??' ? expected : null);
    left = combine(link, left, right, scope);
  }
  return left;
}

function combine(node: ast.Binary, left: IrExpression, right: IrExpression, scope: Scope): IrExpression {
  switch (node.operator) {
    case '&&':
    case '||':
      return logical(node, node.operator, left, right, scope);
    case '??':
      return coalesce(node, left, right, scope);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(node, node.operator, orderRule(left.type, right.type), left, right, scope);
    case '==':
    case '!=':
    case '<>':
      return compare(
        node,
        node.operator === '==' ? '==' : '!=',
        equalityRule(left.type, right.type, scope.world),
        left,
        right,
        scope,
      );
    case '===':
    case '!==':
      return compare(
        node,
        node.operator,
        identityRule(left.type, right.type, scope.world),
        left,
        right,
        scope,
      );
    default:
      return arithmetic(node, node.operator, left, right, scope);
  }
}

function logical(
  node: ast.Binary,
  operator: '&&' | '||',
  left: IrExpression,
  right: IrExpression,
  scope: Scope,
) {
  return {
    kind: 'logical' as const,
    operator,
    left: asBoolean(left, `The left side of '${operator}'`, scope),
    right: asBoolean(right, `The right side of '${operator}'`, scope),
    type: scope.world.primitive('Boolean'),
    span: node.span,
  };
}

/** Where only a Boolean can stand: a condition, an operand of `&&`, `||` or `!`. */
export function asBoolean(expression: IrExpression, what: string, scope: Scope): IrExpression {
  const fitting = fit(expression, scope.world.primitive('Boolean'), scope.world);
  return (
    fitting ??
    scope.wrong({
      code: 'type/not-boolean',
      span: expression.span,
      message: `${what} is a Boolean, but this is ${describeType(expression.type, scope.world)}.`,
    })
  );
}

function coalesce(node: ast.Binary, left: IrExpression, right: IrExpression, scope: Scope): IrExpression {
  const type = commonType(left.type, right.type, scope.world);
  if (type === null) return incompatible(node, left, right, scope);
  return {
    kind: 'coalesce',
    left: fit(left, type, scope.world) ?? left,
    right: fit(right, type, scope.world) ?? right,
    type,
    span: node.span,
  };
}

function compare(
  node: ast.Binary,
  operator: '<' | '<=' | '>' | '>=' | '==' | '!=' | '===' | '!==',
  rule: Comparison | null,
  left: IrExpression,
  right: IrExpression,
  scope: Scope,
): IrExpression {
  const type = scope.world.primitive('Boolean');
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown')
    return { ...unknownExpression(node.span), type };
  if (!rule) return incompatible(node, left, right, scope);
  return {
    kind: 'compare',
    operator,
    operands: rule.operands,
    left: rule.as === null ? left : toPrimitive(left, rule.as, scope),
    right: rule.as === null ? right : toPrimitive(right, rule.as, scope),
    type,
    span: node.span,
  };
}

function arithmetic(
  node: ast.Binary,
  operator: Exclude<
    ast.BinaryOperator,
    '<' | '<=' | '>' | '>=' | '==' | '!=' | '===' | '!==' | '<>' | '&&' | '||' | '??'
  >,
  left: IrExpression,
  right: IrExpression,
  scope: Scope,
): IrExpression {
  const rule = arithmeticRule(operator, left.type, right.type);
  if (!rule) {
    if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return unknownExpression(node.span);
    return incompatible(node, left, right, scope);
  }
  return {
    kind: 'arithmetic',
    operator,
    operands: rule.operands,
    left: rule.left === null ? left : toPrimitive(left, rule.left, scope),
    right: rule.right === null ? right : toPrimitive(right, rule.right, scope),
    type: scope.world.primitive(rule.result),
    span: node.span,
  };
}

/** Brings an operand to the type that the operator's rule names. */
export function toPrimitive(expression: IrExpression, name: PrimitiveName, scope: Scope): IrExpression {
  const to = scope.world.primitive(name);
  if (expression.type.kind !== 'primitive' || to.kind !== 'primitive') return expression;
  return converted(expression, expression.type.name, to);
}

function incompatible(node: ast.Binary, left: IrExpression, right: IrExpression, scope: Scope): IrExpression {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return unknownExpression(node.span);
  const sides = [left, right].map((side) => describeType(side.type, scope.world));
  return scope.wrong({
    code: 'type/operator',
    span: node.operatorSpan,
    message: `'${node.operator}' cannot be used on ${sides.join(' and ')}.`,
  });
}
