import type { ArithmeticOperator, IrExpression, OperandKind } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { neverNull } from '../../ir/never-null.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

const HELPERS: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'shiftLeft',
  '>>': 'shiftRight',
  '>>>': 'shiftRightUnsigned',
};

/** `left operator right` of two codes whose values are not null (texts and Booleans apart). */
export function arithmetic(operator: ArithmeticOperator, kind: OperandKind, left: Code, right: Code): Code {
  switch (kind) {
    case 'integer':
      return integerArithmetic(operator, left, right);
    case 'long':
      return longArithmetic(operator, left, right);
    case 'boolean':
      return operator === '^' ? ['(', left, ' !== ', right, ')'] : ['!!(', left, ` ${operator} `, right, ')'];
    case 'string':
      return ['(', left, ' + ', right, ')'];
    default:
      return [`$rt.${kind}.${HELPERS[operator]}(`, left, ', ', right, ')'];
  }
}

function integerArithmetic(operator: ArithmeticOperator, left: Code, right: Code): Code {
  if (operator === '*') return ['Math.imul(', left, ', ', right, ')'];
  if (operator === '/') return ['$d(', left, ', ', right, ')'];
  if (operator === '+' || operator === '-' || operator === '>>>') {
    return ['(', left, ` ${operator} `, right, ' | 0)'];
  }
  return ['(', left, ` ${operator} `, right, ')'];
}

function longArithmetic(operator: ArithmeticOperator, left: Code, right: Code): Code {
  if (operator === '/' || operator.length > 1) {
    return [`$rt.long.${HELPERS[operator]}(`, left, ', ', right, ')'];
  }
  return ['BigInt.asIntN(64, ', left, ` ${operator} `, right, ')'];
}

export function emitArithmetic(expression: Ir<'arithmetic'>, fn: FunctionContext): Code {
  const operand = expression.operands === 'string' ? emitText : emitNotNull;
  return arithmetic(
    expression.operator,
    expression.operands,
    operand(expression.left, fn),
    operand(expression.right, fn),
  );
}

/** A side of a concatenation: what is not a text already is turned into one, `null` included. */
export function emitText(expression: IrExpression, fn: FunctionContext): Code {
  const code = emitExpression(expression, fn);
  const isText = expression.type.kind === 'primitive' && expression.type.name === 'String';
  return isText && neverNull(expression) ? code : ['$s(', code, ')'];
}

export function emitCompare(expression: Ir<'compare'>, fn: FunctionContext): Code {
  const { operator, operands } = expression;
  const isOrder = operator !== '==' && operator !== '!=' && operator !== '===' && operator !== '!==';
  const left = emitExpression(expression.left, fn);
  const right = emitExpression(expression.right, fn);
  if (isOrder) return order(expression, left, right);
  if (operator === '===' || operator === '!==') return identity(operator, operands, left, right);
  const isSame = equality(expression, left, right);
  return operator === '==' ? isSame : ['!', isSame];
}

const PLAIN_EQUALITY: ReadonlySet<OperandKind> = new Set(['integer', 'long', 'boolean']);

function equality(expression: Ir<'compare'>, left: Code, right: Code): Code {
  const isNullTest = [expression.left, expression.right].some(
    (side) => side.kind === 'literal' && side.value === null,
  );
  if (isNullTest || PLAIN_EQUALITY.has(expression.operands)) return ['(', left, ' === ', right, ')'];
  return [`$rt.${expression.operands}.equal(`, left, ', ', right, ')'];
}

function identity(operator: '===' | '!==', operands: OperandKind, left: Code, right: Code): Code {
  if (operands === 'reference' || PLAIN_EQUALITY.has(operands)) {
    return ['(', left, ` ${operator} `, right, ')'];
  }
  return [operator === '!==' ? '!' : '', `$rt.${operands}.same(`, left, ', ', right, ')'];
}

/** A number that is null has no order: it becomes NaN, which every order comparison answers with false. */
function order(expression: Ir<'compare'>, left: Code, right: Code): Code {
  const { operator, operands } = expression;
  if (operands !== 'integer' && operands !== 'long') {
    return [`($rt.${operands}.compare(`, left, ', ', right, `) ${operator} 0)`];
  }
  const side = (operand: IrExpression, code: Code): Code =>
    neverNull(operand) ? code : ['(', code, ' ?? NaN)'];
  return ['(', side(expression.left, left), ` ${operator} `, side(expression.right, right), ')'];
}

export function emitLogical(expression: Ir<'logical'>, fn: FunctionContext): Code {
  const left = emitNotNull(expression.left, fn);
  return ['(', left, ` ${expression.operator} `, emitNotNull(expression.right, fn), ')'];
}

export function emitNot(expression: Ir<'not'>, fn: FunctionContext): Code {
  return ['!', emitNotNull(expression.operand, fn)];
}

export function emitNegate(expression: Ir<'negate'>, fn: FunctionContext): Code {
  const operand = emitNotNull(expression.operand, fn);
  switch (expression.operands) {
    case 'integer':
      return ['(-', operand, ' | 0)'];
    case 'long':
      return ['BigInt.asIntN(64, -', operand, ')'];
    default:
      return [`$rt.${expression.operands}.negate(`, operand, ')'];
  }
}

export function emitComplement(expression: Ir<'complement'>, fn: FunctionContext): Code {
  return ['(~', emitNotNull(expression.operand, fn), ')'];
}
