import type { FunctionContext } from '../module.ts';
import { sourceClass, property } from '../names.ts';
import type { Code } from '../writer.ts';
import { constructorName } from './call.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitArguments, emitNotNull } from './operand.ts';

export function emitNew(expression: Ir<'new'>, fn: FunctionContext): Code {
  const args = emitArguments(expression.arguments, fn);
  const own = sourceClass(expression.type);
  if (own) {
    const jsClass = fn.links.jsClass(own.fullName);
    return ['new ', jsClass, '()', property(constructorName(expression.method)), '(', args, ')'];
  }
  const { method, type } = expression;
  const rest = expression.arguments.length ? [', ', args] : '';
  const owner = type.kind === 'class' ? type.symbol.fullName : 'System.SObject';
  const made = fn.links.library(owner, 'constructor_', method?.jsName ?? '()');
  return [made, '(', fn.links.type(type), rest, ')'];
}

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

export function emitNewArray(expression: Ir<'newArray'>, fn: FunctionContext): Code {
  return ['$rt.newArray(', fn.links.type(expression.type), ', ', emitNotNull(expression.size, fn), ')'];
}

export function emitNewElements(expression: Ir<'newElements'>, fn: FunctionContext): Code {
  return [
    '$rt.newElements(',
    fn.links.type(expression.type),
    ', [',
    emitArguments(expression.elements, fn),
    '])',
  ];
}

export function emitNewMap(expression: Ir<'newMap'>, fn: FunctionContext): Code {
  const entries = expression.entries.map(({ key, value }, index): Code => {
    return [index === 0 ? '' : ', ', emitExpression(key, fn), ', ', emitExpression(value, fn)];
  });
  return ['$rt.newMap(', fn.links.type(expression.type), ', [', ...entries, '])'];
}
