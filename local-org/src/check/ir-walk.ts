import type { IrExpression, IrLocal, IrStatement } from '../ir/ir.ts';

/** A node of the IR, as a walk meets it. */
export type IrNode = IrStatement | IrExpression;

/** Everything of a node that is no code: types, symbols, places, plans. */
const NOT_CODE: ReadonlySet<string> = new Set([
  'type',
  'span',
  'symbol',
  'field',
  'method',
  'local',
  'of',
  'query',
  'conversion',
  'convert',
  'before',
  'after',
  'externalId',
]);

/** Visits every statement and expression below `root`, and every local that gets its value from outside of one. */
export function walkIr(
  root: IrStatement,
  visit: (node: IrNode) => void,
  bind: (local: IrLocal) => void,
): void {
  const rest: unknown[] = [root];
  while (rest.length > 0) {
    const part = rest.pop();
    if (Array.isArray(part)) rest.push(...part);
    else if (isObject(part)) visitObject(part, rest, visit, bind);
  }
}

function visitObject(
  part: Record<string, unknown>,
  rest: unknown[],
  visit: (node: IrNode) => void,
  bind: (local: IrLocal) => void,
): void {
  if (typeof part['kind'] === 'string') visit(part as unknown as IrNode);
  if (bindsLocal(part)) bind(part['local'] as IrLocal);
  for (const key in part) {
    if (!NOT_CODE.has(key)) rest.push(part[key]);
  }
}

/** Loop variables, caught exceptions, typed cases and the targets of `?.`. */
function bindsLocal(part: Record<string, unknown>): boolean {
  return part['local'] !== undefined && part['kind'] !== 'local' && part['kind'] !== 'declare';
}

function isObject(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null;
}
