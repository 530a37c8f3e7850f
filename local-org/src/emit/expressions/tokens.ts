import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';

type Token = Ir<
  | 'enumConstant'
  | 'classLiteral'
  | 'objectToken'
  | 'fieldToken'
  | 'objectDescribe'
  | 'fieldDescribe'
  | 'fieldSet'
  | 'label'
  | 'triggerVariable'
>;

/** Values that are the same wherever they stand: made once per program, or by name from the transaction. */
export function emitToken(expression: Token, fn: FunctionContext): Code {
  const { links } = fn;
  switch (expression.kind) {
    case 'enumConstant':
      return links.enumConstant(expression.type, expression.name);
    case 'classLiteral':
      return ['$rt.typeValue(', links.type(expression.of), ')'];
    case 'objectToken':
      return call('objectToken', expression.object);
    case 'fieldToken':
      return call('fieldToken', expression.object, expression.field);
    case 'objectDescribe':
      return call('objectDescribe', expression.object);
    case 'fieldDescribe':
      return call('fieldDescribe', expression.object, expression.field);
    case 'fieldSet':
      return call('fieldSet', expression.object, expression.name);
    case 'label':
      return call('label', expression.namespace, expression.name);
    case 'triggerVariable':
      return call('triggerVariable', expression.name);
  }
}

function call(method: string, ...args: readonly string[]): Code {
  return `$rt.${method}(${args.map((argument) => JSON.stringify(argument)).join(', ')})`;
}
