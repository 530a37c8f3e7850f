import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitNewElements(expression: Ir<'newElements'>, fn: FunctionContext): Code {
  return [
    '$rt.newElements(',
    fn.links.type(expression.type),
    ', [',
    emitArguments(expression.elements, fn),
    '])',
  ];
}
