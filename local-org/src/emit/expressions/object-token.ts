import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitObjectToken({ object }: Ir<'objectToken'>): Code {
  return byName('objectToken', object);
}
