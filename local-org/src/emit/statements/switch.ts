import type { IrExpression, IrSwitchCase } from '../../ir/ir.ts';
import { emitExpression } from '../expressions/expression.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBlock, type IrS } from './statement.ts';

/** A chain of conditions: `break` in a case belongs to the loop around the switch, as in Apex. */
export function emitSwitch(statement: IrS<'switch'>, fn: FunctionContext): Code {
  const value = fn.temporary();
  const parts: Code[] = [`${value} = `, emitExpression(statement.value, fn), ';\n'];
  statement.cases.forEach((each, index) => {
    parts.push(
      index === 0 ? 'if (' : 'else if (',
      condition(each, value, fn),
      ') ',
      caseBody(each, value, fn),
    );
  });
  if (statement.otherwise) {
    parts.push(statement.cases.length ? 'else ' : '', emitBlock(statement.otherwise, fn));
  }
  return parts;
}

function condition(each: IrSwitchCase, value: string, fn: FunctionContext): Code {
  if (each.typed) return `$rt.isInstance(${fn.links.type(each.typed.type)}, ${value})`;
  return each.values.flatMap((one, index) => [index === 0 ? '' : ' || ', matches(one, value, fn)]);
}

function matches(one: IrExpression, value: string, fn: FunctionContext): Code {
  return [value, ' === ', emitExpression(one, fn)];
}

function caseBody(each: IrSwitchCase, value: string, fn: FunctionContext): Code {
  if (!each.typed) return emitBlock(each.body, fn);
  return ['{\n', fn.local(each.typed.local), ` = ${value};\n`, emitBlock(each.body, fn), '}\n'];
}
