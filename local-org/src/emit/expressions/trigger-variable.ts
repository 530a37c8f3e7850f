import type { Code } from '../writer.ts';
import { byName } from './by-name.ts';
import type { Ir } from './expression.ts';

export function emitTriggerVariable({ name }: Ir<'triggerVariable'>): Code {
  return byName('triggerVariable', name);
}
