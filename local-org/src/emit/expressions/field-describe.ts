import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitFieldDescribe({ object, field }: Ir<'fieldDescribe'>): Code {
  return byName('fieldDescribe', object, field);
}
