import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitLabel({ namespace, name }: Ir<'label'>): Code {
  return byName('label', namespace, name);
}
