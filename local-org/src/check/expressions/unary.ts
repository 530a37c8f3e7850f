import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType } from '../convert.ts';
import { checkTarget } from '../lvalue.ts';
import { isNumber, isWholeNumber, operandKind, primitiveName } from '../operand-kinds.ts';
import { unknownExpression } from '../scope.ts';
import { compoundOf } from './assignment.ts';
import { asBoolean } from './binary.ts';
import { checkExpression } from './expression.ts';
import { signedLiteral } from './literal.ts';

export function checkUnary(node: ast.Unary, scope: Scope, _expected: Type | null = null): IrExpression {
  if (node.operator === '++' || node.operator === '--') return step(node, scope);
  if (node.operator === '-' && node.operand.kind === 'literal' && isNumberLiteral(node.operand)) {
    return signedLiteral(node.operand, '-', node.span, scope);
  }
  const operand = checkExpression(node.operand, scope, null);
  if (node.operator === '!') {
    const value = asBoolean(operand, "The operand of '!'", scope);
    return { kind: 'not', operand: value, type: scope.world.primitive('Boolean'), span: node.span };
  }
  return signOrComplement(node, operand, scope);
}

function isNumberLiteral(literal: ast.Literal): boolean {
  return literal.type !== 'null' && literal.type !== 'boolean' && literal.type !== 'string';
}

function signOrComplement(node: ast.Unary, operand: IrExpression, scope: Scope): IrExpression {
  if (operand.type.kind === 'unknown') return operand;
  const name = primitiveName(operand.type);
  if (node.operator === '~') {
    if (!isWholeNumber(name)) return wrongOperand(node, operand.type, scope);
    return { kind: 'complement', operands: operandKind(name), operand, type: operand.type, span: node.span };
  }
  // A plus before a text changes nothing; `flag ? + 'a' : ''` is in public packages.
  if (node.operator === '+' && (isNumber(name) || name === 'String')) return operand;
  if (!isNumber(name)) return wrongOperand(node, operand.type, scope);
  return { kind: 'negate', operands: operandKind(name), operand, type: operand.type, span: node.span };
}

function step(node: ast.Unary, scope: Scope): IrExpression {
  const target = checkTarget(node.operand, scope, 'update');
  if (target.type.kind === 'unknown') return unknownExpression(node.span);
  if (!isNumber(primitiveName(target.type))) return wrongOperand(node, target.type, scope);
  const one: IrExpression = {
    kind: 'literal',
    literal: 'integer',
    value: 1,
    type: scope.world.primitive('Integer'),
    span: node.span,
  };
  const operator = node.operator === '++' ? '+' : '-';
  return (
    compoundOf(
      { operator, target, value: one, result: node.postfix ? 'old' : 'new', span: node.span },
      scope,
    ) ?? wrongOperand(node, target.type, scope)
  );
}

function wrongOperand(node: ast.Unary, type: Type, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'type/operator',
    span: node.span,
    message: `'${node.operator}' cannot be used on ${describeType(type, scope.world)}.`,
  });
}
