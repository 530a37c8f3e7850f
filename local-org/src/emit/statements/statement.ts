import type { IrBlock, IrStatement } from '../../ir/ir.ts';
import { emitAssignStatement } from '../expressions/assign.ts';
import { emitExpression } from '../expressions/expression.ts';
import { emitCondition, emitNotNull } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import { emitDml } from './dml.ts';
import { emitForEach } from './for-each.ts';
import { emitSwitch } from './switch.ts';
import { emitTry } from './try.ts';

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
      return [
        fn.local(statement.local),
        ' = ',
        statement.value ? emitExpression(statement.value, fn) : 'null',
        ';',
      ];
    case 'expression':
      return [emitUnused(statement, fn), ';'];
    case 'if':
      return emitIf(statement, fn);
    case 'while':
      return ['while (', emitCondition(statement.condition, fn), ') ', emitBody(statement.body, fn)];
    case 'doWhile':
      return ['do ', emitBody(statement.body, fn), 'while (', emitCondition(statement.condition, fn), ');'];
    case 'for':
      return emitFor(statement, fn);
    case 'forEach':
      return emitForEach(statement, fn);
    case 'return':
      return emitReturn(statement, fn);
    case 'throw':
      return ['throw ', emitNotNull(statement.value, fn), ';'];
    case 'try':
      return emitTry(statement, fn);
    case 'break':
      return 'break;';
    case 'continue':
      return 'continue;';
    case 'switch':
      return emitSwitch(statement, fn);
    case 'dml':
      return emitDml(statement, fn);
    case 'runAs':
      return emitRunAs(statement, fn);
  }
}

/** `x = 1;` and `i++;` need not give their value. */
function emitUnused(statement: IrS<'expression'>, fn: FunctionContext): Code {
  const { expression } = statement;
  if (expression.kind === 'assign') return emitAssignStatement(expression, fn);
  if (expression.kind === 'compound') return emitExpression({ ...expression, result: 'new' }, fn);
  return emitExpression(expression, fn);
}

function emitReturn(statement: IrS<'return'>, fn: FunctionContext): Code {
  if (fn.isConstructor) return 'return this;';
  return statement.value ? ['return ', emitExpression(statement.value, fn), ';'] : 'return;';
}

function emitIf(statement: IrS<'if'>, fn: FunctionContext): Code {
  const head = ['if (', emitCondition(statement.condition, fn), ') ', emitBody(statement.then, fn)];
  return statement.otherwise ? [...head, 'else ', emitBody(statement.otherwise, fn)] : head;
}

function emitFor(statement: IrS<'for'>, fn: FunctionContext): Code {
  const initial = statement.initial.map((part) => emitStatement(part, fn));
  const condition = statement.condition ? emitCondition(statement.condition, fn) : '';
  const updates = statement.update.map((expression): Code => {
    const unused = expression.kind === 'compound' ? { ...expression, result: 'new' as const } : expression;
    return emitExpression(unused, fn);
  });
  const update = updates.flatMap((code, index) => (index === 0 ? [code] : [', ', code]));
  return [...initial, 'for (; ', condition, '; ', update, ') ', emitBody(statement.body, fn)];
}

function emitRunAs(statement: IrS<'runAs'>, fn: FunctionContext): Code {
  const user = emitNotNull(statement.user, fn);
  return [
    '$rt.enterRunAs(',
    user,
    ');\ntry ',
    emitBlock(statement.body, fn),
    'finally { $rt.leaveRunAs(); }',
  ];
}
