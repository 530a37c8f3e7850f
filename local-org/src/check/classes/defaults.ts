import type { ClassSymbol, Sharing } from '../../types/symbols.ts';

/** From this API version on, Apex that states nothing runs with the user's rights. */
const USER_MODE_VERSION = 67;

/**
 * How a class treats sharing. Undeclared, a class of version 67 or later is `with sharing`; an older one takes over
 * what its caller has, as `inherited` does, but is `without` where it is entered first.
 * An inner class never takes over what the class around it says.
 */
export function defaultSharing(symbol: ClassSymbol): Sharing {
  if (symbol.sharing) return symbol.sharing;
  return symbol.apiVersion >= USER_MODE_VERSION ? 'with' : null;
}

/** What DML and queries of a class run as where they do not say it themselves. */
export function defaultAccess(symbol: ClassSymbol): 'user' | 'system' {
  return symbol.apiVersion >= USER_MODE_VERSION ? 'user' : 'system';
}
