import { replacementsOf, selfType, substitute } from './make.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';
import type { ClassType, Type } from './type.ts';

/** The super type with the type's own arguments put in; null when there is none. */
export function superTypeOf(type: Type): Type | null {
  if (type.kind !== 'class' || !type.symbol.superType) return null;
  return substitute(type.symbol.superType, replacementsOf(type));
}

/** Interfaces that the type declares itself, with its arguments put in. */
export function declaredInterfaces(type: ClassType): readonly ClassType[] {
  const replacements = replacementsOf(type);
  return type.symbol.interfaces
    .map((each) => substitute(each, replacements))
    .filter((each): each is ClassType => each.kind === 'class');
}

/** The type and its super types, nearest first. Ends at a cycle. */
export function superChain(type: ClassType): readonly ClassType[] {
  const chain: ClassType[] = [];
  const seen = new Set<ClassSymbol>();
  for (
    let each: Type | null = type;
    each?.kind === 'class' && !seen.has(each.symbol);
    each = superTypeOf(each)
  ) {
    seen.add(each.symbol);
    chain.push(each);
  }
  return chain;
}

/** Every interface of the type, of its super types and of those interfaces, each once. */
export function allInterfaces(type: ClassType): readonly ClassType[] {
  const found: ClassType[] = [];
  const seen = new Set<ClassSymbol>();
  const visit = (each: ClassType): void => {
    for (const face of declaredInterfaces(each)) {
      if (seen.has(face.symbol)) continue;
      seen.add(face.symbol);
      found.push(face);
      visit(face);
    }
  };
  superChain(type).forEach(visit);
  return found;
}

/**
 * Does the type have super types that nothing has? They were reported; what it lacks may be theirs, so that nothing more is
 * said of it.
 */
export function isIncomplete(type: Type): boolean {
  if (type.kind === 'unknown') return true;
  return (
    type.kind === 'class' &&
    allTypes(type).some(
      ({ symbol }) =>
        symbol.superType?.kind === 'unknown' || symbol.interfaces.some((face) => face.kind === 'unknown'),
    )
  );
}

/** The type and all of which it is one: super types first, then interfaces. */
export function allTypes(type: ClassType): readonly ClassType[] {
  return [...superChain(type), ...allInterfaces(type)];
}

/** The type seen as a class or interface, e.g. `List<Account>` as `Iterable` is `Iterable<Account>`; null if it is none. */
export function asSymbol(type: Type, symbol: ClassSymbol): ClassType | null {
  if (type.kind !== 'class') return null;
  return allTypes(type).find((each) => each.symbol === symbol) ?? null;
}

export function isSubclass(symbol: ClassSymbol, of: ClassSymbol): boolean {
  return asSymbol(selfType(symbol), of) !== null;
}

/** How many steps up: 0 for the type itself, null when `to` is none of its types. */
export function stepsTo(from: ClassType, to: ClassSymbol): number | null {
  const chain = superChain(from).findIndex((each) => each.symbol === to);
  if (chain >= 0) return chain;
  const faces = allInterfaces(from).findIndex((each) => each.symbol === to);
  return faces >= 0 ? superChain(from).length + faces : null;
}

/** The method as a type with arguments has it: `add(T)` of `List<Account>` is `add(Account)`. */
export function bindMethod(method: MethodSymbol, type: ClassType): MethodSymbol {
  if (type.arguments.length === 0) return method;
  const replacements = replacementsOf(type);
  return {
    ...method,
    parameters: method.parameters.map((each) => ({ ...each, type: substitute(each.type, replacements) })),
    returnType: substitute(method.returnType, replacements),
  };
}
