import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitFieldToken({ object, field }: Ir<'fieldToken'>): Code {
  return byName('fieldToken', object, field);
}
