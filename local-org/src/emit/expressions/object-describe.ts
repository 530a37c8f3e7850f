import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitObjectDescribe({ object }: Ir<'objectDescribe'>): Code {
  return byName('objectDescribe', object);
}
