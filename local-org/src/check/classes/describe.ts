import { describe } from '../../types/make.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/symbols.ts';

/** `Integer compare(Account, Account)`, as messages show a method. */
export function signatureOf(method: MethodSymbol): string {
  return `${describe(method.returnType)} ${nameAndParameters(method)}`;
}

/** `compare(Account, Account)`. */
export function nameAndParameters(method: MethodSymbol): string {
  return `${method.name}(${method.parameters.map((each) => describe(each.type)).join(', ')})`;
}

/** Every method that the class declares. */
export function methodsOf(symbol: ClassSymbol): readonly MethodSymbol[] {
  return [...symbol.methods.values()].flat();
}

/** `class`, `interface`, `enum`, with `inner` before it where it is one. */
export function kindWord(symbol: ClassSymbol): string {
  return symbol.outer ? `inner ${symbol.kind}` : symbol.kind;
}
