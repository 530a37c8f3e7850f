import { emitNotNull } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBlock, type IrS } from './statement.ts';

export function emitRunAs({ user, body }: IrS<'runAs'>, fn: FunctionContext): Code {
  const enter = ['$rt.enterRunAs(', emitNotNull(user, fn), ');\n'];
  return [...enter, 'try ', emitBlock(body, fn), 'finally { $rt.leaveRunAs(); }'];
}
