import { convertCode } from '../expressions/convert.ts';
import { emitNotNull } from '../expressions/operand.ts';
import { emitRows } from '../expressions/soql.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBody, type IrS } from './statement.ts';

/** `for (x : over)`: by index over a list, by the library's iteration over everything else. */
export function emitForEach(statement: IrS<'forEach'>, fn: FunctionContext): Code {
  const over =
    statement.over.kind === 'soql' ? emitRows(statement.over, fn) : emitNotNull(statement.over, fn);
  const local = fn.local(statement.local);
  const body = emitBody(statement.body, fn);
  const value = (code: Code): Code => (statement.convert ? convertCode(statement.convert, code) : code);
  if (statement.batch) return ['for (', local, ' of $rt.batches(', over, ')) ', body];
  if (statement.source === 'list') return overList(over, local, value, body, fn);
  const each = fn.temporary();
  if (statement.source === 'soql') {
    return ['for (', each, ' of ', over, '.items) {\n', local, ' = ', value(each), ';\n', body, '}'];
  }
  const walk = statement.source === 'set' ? '$rt.iterate' : '$rt.iterateIterable';
  return [`for (${each} of ${walk}(`, over, ')) {\n', local, ' = ', value(each), ';\n', body, '}'];
}

/** The list is locked while it is walked: growing or shrinking it is the platform's FinalException. */
function overList(
  over: Code,
  local: Code,
  value: (code: Code) => Code,
  body: Code,
  fn: FunctionContext,
): Code {
  const list = fn.temporary();
  const items = fn.temporary();
  const index = fn.temporary();
  return [
    `${list} = `,
    over,
    `;\n${items} = ${list}.lock();\ntry {\n`,
    `for (${index} = 0; ${index} < ${items}.length; ${index}++) {\n`,
    local,
    ' = ',
    value(`${items}[${index}]`),
    ';\n',
    body,
    '}\n',
    `} finally { ${list}.unlock(); }`,
  ];
}
