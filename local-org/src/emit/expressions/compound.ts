import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { arithmetic } from './arithmetic.ts';
import { convertCode } from './convert.ts';
import type { Ir } from './expression.ts';
import { emitNotNull, emitText } from './operand.ts';
import { placeOf, preparation } from './place.ts';

export function emitCompound(expression: Ir<'compound'>, fn: FunctionContext): Code {
  const place = placeOf(expression.target, fn, true);
  const isSimple = expression.result === 'new' && place.plain;
  if (isSimple) return ['(', ...preparation(place), place.write(result(expression, place.read, fn)), ')'];
  const held = fn.temporary();
  if (expression.result === 'old') {
    const next = result(expression, held, fn);
    return ['(', ...preparation(place), held, ' = ', place.read, ', ', place.write(next), ', ', held, ')'];
  }
  const next = result(expression, place.read, fn);
  return ['(', ...preparation(place), held, ' = ', next, ', ', place.write(held), ', ', held, ')'];
}

function result(expression: Ir<'compound'>, read: Code, fn: FunctionContext): Code {
  if (expression.operands === 'string') {
    return arithmetic('+', 'string', ['$s(', read, ')'], emitText(expression.value, fn));
  }
  const isLocal = expression.target.kind === 'local' && expression.target.local.neverNull;
  const checked = isLocal ? read : ['$n(', read, ')'];
  const before = expression.before ? convertCode(expression.before, checked) : checked;
  const value = arithmetic(
    expression.operator,
    expression.operands,
    before,
    emitNotNull(expression.value, fn),
  );
  return expression.after ? convertCode(expression.after, value) : value;
}
