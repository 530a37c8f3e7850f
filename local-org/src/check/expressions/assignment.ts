import type { Span } from '../../diagnostics/diagnostic.ts';
import type { ArithmeticOperator, IrExpression } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import { arithmeticRule } from '../arithmetic.ts';
import type { Scope } from '../checker.ts';
import { conversion, convertTo, describeType } from '../convert.ts';
import { checkTarget } from '../lvalue.ts';
import { primitiveName } from '../operand-kinds.ts';
import { unknownExpression } from '../scope.ts';
import { toPrimitive } from './binary.ts';
import { checkExpression } from './expression.ts';

export function checkAssignment(
  node: ast.Assignment,
  scope: Scope,
  _expected: Type | null = null,
): IrExpression {
  return node.operator === '=' ? plain(node, scope) : compound(node, scope);
}

function plain(node: ast.Assignment, scope: Scope): IrExpression {
  const target = checkTarget(node.target, scope, 'write');
  const value = checkExpression(node.value, scope, target.type);
  if (target.type.kind === 'unknown') return unknownExpression(node.span);
  const fitting = convertTo(value, target.type, scope, placeName(target));
  return { kind: 'assign', target, value: fitting, type: target.type, span: node.span };
}

function compound(node: ast.Assignment, scope: Scope): IrExpression {
  const target = checkTarget(node.target, scope, 'update');
  const value = checkExpression(node.value, scope, null);
  if (target.type.kind === 'unknown' || value.type.kind === 'unknown') return unknownExpression(node.span);
  const operator = node.operator.slice(0, -1) as ArithmeticOperator;
  const checked = compoundOf({ operator, target, value, result: 'new', span: node.span }, scope);
  if (checked) return checked;
  const types = [target, value].map((side) => describeType(side.type, scope.world));
  return scope.wrong({
    code: 'type/operator',
    span: node.span,
    message: `'${node.operator}' cannot be used on ${types.join(' and ')}.`,
  });
}

interface CompoundParts {
  readonly operator: ArithmeticOperator;
  readonly target: IrExpression;
  readonly value: IrExpression;
  readonly result: 'new' | 'old';
  readonly span: Span;
}

/** `target op= value`; null when Apex has no such operation or its result does not fit the target. */
export function compoundOf(parts: CompoundParts, scope: Scope): IrExpression | null {
  const { target, value } = parts;
  const rule = arithmeticRule(parts.operator, target.type, value.type);
  if (!rule) return null;
  const own = primitiveName(target.type);
  if (own === null || !scope.world.isAssignable(scope.world.primitive(rule.result), target.type)) return null;
  return {
    ...parts,
    kind: 'compound',
    operands: rule.operands,
    value: rule.right === null ? value : toPrimitive(value, rule.right, scope),
    before: rule.left === null ? null : conversion(own, rule.left),
    after: conversion(rule.result, own),
    type: target.type,
  };
}

/** How a message names what is assigned. */
function placeName(target: IrExpression): string {
  switch (target.kind) {
    case 'local':
      return `'${target.local.name}'`;
    case 'field':
    case 'staticField':
    case 'superField':
      return `'${target.field.name}'`;
    case 'recordField':
    case 'platformProperty':
      return `'${target.name}'`;
    case 'recordParent':
      return `'${target.relationship}'`;
    default:
      return 'this element';
  }
}
