import type { Value } from '../library/library.ts';

/** Gives the value of a local variable, parameter or member by its name in any case; undefined when there is none. */
export type BindResolver = (name: string) => Value | undefined;

/*
 * `Database.query('... WHERE Id IN :ids')` sees the variables of the method that calls it. The emitted code wraps such
 * a call with `withBinds`; everything else runs without variables.
 */
let resolver: BindResolver | null = null;

/** Runs `body`, in which dynamic queries see the variables that `binds` knows; the ones before come back afterwards. */
export function withBinds<T>(binds: BindResolver, body: () => T): T {
  const before = resolver;
  resolver = binds;
  try {
    return body();
  } finally {
    resolver = before;
  }
}

/** The variables that a dynamic query sees; null when the caller passed none. */
export function currentBinds(): BindResolver | null {
  return resolver;
}
