import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

/** `new Account(Name = 'x')`: fields in the order they are written. */
export function emitNewRecord(expression: Ir<'newRecord'>, fn: FunctionContext): Code {
  const make = [`$rt.newRecord(`, fn.links.value(`object(${JSON.stringify(expression.object)})`), ')'];
  const sets = expression.fields.map((field): Code => {
    const method = field.kind === 'field' ? 'put' : 'setParent';
    return [
      `, ${method === 'put' ? '0' : '1'}, ${JSON.stringify(field.name.toLowerCase())}, `,
      emitExpression(field.value, fn),
    ];
  });
  if (!sets.length) return make;
  return [`$rt.newRecordWith(`, fn.links.value(`object(${JSON.stringify(expression.object)})`), ...sets, ')'];
}
