import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBlock, type IrS } from './statement.ts';

/** What dies of a limit or a failed assertion runs no `catch` and no `finally`, as on the platform. */
export function emitTry(statement: IrS<'try'>, fn: FunctionContext): Code {
  const parts: Code[] = ['try ', emitBlock(statement.body, fn)];
  if (statement.catches.length) {
    const error = fn.temporary();
    parts.push(`catch ($e) {\n${error} = $rt.caught($e);\n`);
    for (const { type, local, body } of statement.catches) {
      parts.push(`if (${fn.links.type(type)}.accepts(${error})) {\n`, fn.local(local), ` = ${error};\n`);
      parts.push(emitBlock(body, fn), '} else ');
    }
    parts.push(`throw ${error};\n}\n`);
  }
  if (statement.finallyBody) {
    parts.push('finally { if (!$rt.dying.now) ', emitBlock(statement.finallyBody, fn), '}\n');
  }
  return parts;
}
