import type { Code } from '../writer.ts';

/** Asks the running transaction for something that has a name. */
export function byName(method: string, ...names: readonly string[]): Code {
  return `$rt.${method}(${names.map((name) => JSON.stringify(name)).join(', ')})`;
}
