import type { ArithmeticOperator, OperandKind } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull, emitText } from './operand.ts';

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

export function emitArithmetic(expression: Ir<'arithmetic'>, fn: FunctionContext): Code {
  const operand = expression.operands === 'string' ? emitText : emitNotNull;
  return arithmetic(
    expression.operator,
    expression.operands,
    operand(expression.left, fn),
    operand(expression.right, fn),
  );
}

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
      return ['$t(', left, ' + ', right, ')'];
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
