import type { MethodSymbol } from '../../types/symbols.ts';

/** Is it `equals(Object)`, `hashCode()` or `toString()`, which every object has? */
export function isOfEveryObject(method: MethodSymbol): boolean {
  return method.jsName === 'equals/1' || method.jsName === 'hashcode/0' || method.jsName === 'tostring/0';
}
