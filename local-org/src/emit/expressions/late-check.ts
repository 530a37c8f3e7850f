import type { IrExpression } from '../../ir/ir.ts';
import { neverNull } from '../../ir/never-null.ts';
import { hasAccessors } from '../members.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression } from './expression.ts';

/**
 * Apex evaluates a call's target, then its arguments, and only then refuses a target that is null; JavaScript refuses it
 * first. Where the arguments may do something and the target may be null, both are held before the call.
 */
export function holdsArguments(target: IrExpression, list: readonly IrExpression[]): boolean {
  return !neverNull(target) && list.some(mayAct);
}

/** `(t = target, a = argument, call(t, a))` */
export function emitHeld(
  target: IrExpression,
  list: readonly IrExpression[],
  fn: FunctionContext,
  call: (target: string, list: Code) => Code,
): Code {
  const hold = (expression: IrExpression): { name: string; code: Code } => {
    const code = emitExpression(expression, fn);
    const name = fn.temporary();
    return { name, code: [name, ' = ', code, ', '] };
  };
  const held = [target, ...list].map(hold);
  const [owner, ...names] = held.map(({ name }) => name);
  return ['(', ...held.map(({ code }) => code), call(owner as string, names.join(', ')), ')'];
}

/** May evaluating it change something that others see? */
function mayAct(expression: IrExpression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'local':
    case 'this':
    case 'classLiteral':
    case 'enumConstant':
    case 'objectToken':
    case 'fieldToken':
    case 'objectDescribe':
    case 'fieldDescribe':
    case 'label':
    case 'triggerVariable':
      return false;
    case 'staticField':
      return hasAccessors(expression.field);
    case 'field':
      return hasAccessors(expression.field) || mayAct(expression.target);
    case 'recordField':
    case 'recordParent':
      return mayAct(expression.target);
    case 'element':
      return mayAct(expression.target) || mayAct(expression.index);
    case 'arithmetic':
    case 'compare':
    case 'logical':
    case 'coalesce':
      return mayAct(expression.left) || mayAct(expression.right);
    case 'not':
    case 'negate':
    case 'complement':
    case 'convert':
    case 'cast':
    case 'instanceOf':
      return mayAct(expression.operand);
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise].some(mayAct);
    case 'platformCall':
      // What counts and compares only.
      return (
        !neverNull(expression) ||
        [expression.target, ...expression.arguments].some((one) => one && mayAct(one))
      );
    default:
      return true;
  }
}
