import type { IrBlock, IrStatement } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import { emitDeclare } from './declare.ts';
import { emitDml } from './dml.ts';
import { emitDoWhile } from './do-while.ts';
import { emitExpressionStatement } from './expression-statement.ts';
import { emitFor } from './for.ts';
import { emitForEach } from './for-each.ts';
import { emitIf } from './if.ts';
import { emitReturn } from './return.ts';
import { emitRunAs } from './run-as.ts';
import { emitSwitch } from './switch.ts';
import { emitThrow } from './throw.ts';
import { emitTry } from './try.ts';
import { emitWhile } from './while.ts';

/** A statement of a kind. */
export type IrS<K extends IrStatement['kind']> = Extract<IrStatement, { kind: K }>;

/** A statement with its line feed, counted for coverage when the program is compiled so. */
export function emitStatement(statement: IrStatement, fn: FunctionContext): Code {
  if (statement.kind === 'block') return emitBlock(statement, fn);
  const code = at(statement.span, emitKind(statement, fn), '\n');
  // A loop's own line counts once, when it is reached.
  return fn.coverage ? [`$c[${fn.coverage.counter(statement.span.line)}]++;\n`, code] : code;
}

export function emitBlock(block: IrBlock, fn: FunctionContext): Code {
  return ['{\n', ...block.statements.map((statement) => emitStatement(statement, fn)), '}\n'];
}

/** The body of a loop or a branch: always in braces, since coverage may put a counter in front. */
export function emitBody(statement: IrStatement | null, fn: FunctionContext): Code {
  if (!statement) return '{}\n';
  return statement.kind === 'block' ? emitBlock(statement, fn) : ['{\n', emitStatement(statement, fn), '}\n'];
}

function emitKind(statement: Exclude<IrStatement, IrBlock>, fn: FunctionContext): Code {
  switch (statement.kind) {
    case 'declare':
      return emitDeclare(statement, fn);
    case 'expression':
      return emitExpressionStatement(statement, fn);
    case 'if':
      return emitIf(statement, fn);
    case 'while':
      return emitWhile(statement, fn);
    case 'doWhile':
      return emitDoWhile(statement, fn);
    case 'for':
      return emitFor(statement, fn);
    case 'forEach':
      return emitForEach(statement, fn);
    case 'return':
      return emitReturn(statement, fn);
    case 'throw':
      return emitThrow(statement, fn);
    case 'try':
      return emitTry(statement, fn);
    case 'switch':
      return emitSwitch(statement, fn);
    case 'dml':
      return emitDml(statement, fn);
    case 'runAs':
      return emitRunAs(statement, fn);
    case 'break':
      return 'break;';
    case 'continue':
      return 'continue;';
  }
}
