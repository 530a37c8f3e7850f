import type { IrExpression, OperandKind } from '../../ir/ir.ts';
import { neverNull } from '../../ir/never-null.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

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
