import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitFieldSet({ object, name }: Ir<'fieldSet'>): Code {
  return byName('fieldSet', object, name);
}
