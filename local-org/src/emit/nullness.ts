import type { IrExpression } from '../ir/ir.ts';

/** True when the value of an expression never is null, so that no check has to be emitted. */
export function neverNull(expression: IrExpression): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'local':
      return expression.local.neverNull;
    case 'this':
    case 'arithmetic':
    case 'compare':
    case 'logical':
    case 'not':
    case 'negate':
    case 'complement':
    case 'instanceOf':
    case 'new':
    case 'newRecord':
    case 'newArray':
    case 'newElements':
    case 'newMap':
    case 'classLiteral':
    case 'enumConstant':
    case 'objectToken':
    case 'fieldToken':
    case 'objectDescribe':
    case 'fieldDescribe':
    case 'recordChildren':
    case 'compound':
      return true;
    case 'soql':
      return expression.shape !== 'single';
    case 'convert':
      return neverNull(expression.operand);
    case 'assign':
      return neverNull(expression.value);
    case 'conditional':
      return neverNull(expression.then) && neverNull(expression.otherwise);
    case 'coalesce':
      return neverNull(expression.right);
    default:
      return false;
  }
}
