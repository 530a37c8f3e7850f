import type { ClassSymbol } from './symbols.ts';
import type { ClassType, PrimitiveName, PrimitiveType, SObjectType, Type } from './type.ts';

const PRIMITIVES: readonly PrimitiveName[] = [
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
];
const byName = new Map<string, PrimitiveType>(
  PRIMITIVES.map((name) => [name.toLowerCase(), { kind: 'primitive', name }]),
);

export const OBJECT: Type = { kind: 'object' };
export const VOID: Type = { kind: 'void' };
export const NULL: Type = { kind: 'null' };
export const UNKNOWN: Type = { kind: 'unknown' };
export const SOBJECT: SObjectType = { kind: 'sobject', name: 'SObject' };

/** `Integer`, in any case; null for what is no primitive. */
export function findPrimitive(name: string): PrimitiveType | null {
  return byName.get(name.toLowerCase()) ?? null;
}

export function primitive(name: PrimitiveName): PrimitiveType {
  return findPrimitive(name)!;
}

export function classType(symbol: ClassSymbol, typeArguments: readonly Type[] = []): ClassType {
  return { kind: 'class', symbol, arguments: typeArguments };
}

export function sobjectType(name: string): SObjectType {
  return name === SOBJECT.name ? SOBJECT : { kind: 'sobject', name };
}

/** The type of `this` in a class; of a generic platform class, with its own parameters. */
export function selfType(symbol: ClassSymbol): ClassType {
  return classType(
    symbol,
    symbol.typeParameters.map((name) => ({ kind: 'parameter', name })),
  );
}

export function sameType(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind === 'class' && right.kind === 'class') {
    return (
      left.symbol === right.symbol && left.arguments.every((each, at) => sameType(each, right.arguments[at]!))
    );
  }
  if (left.kind !== right.kind) return false;
  return !('name' in left) || !('name' in right) || left.name === right.name;
}

export function sameTypes(left: readonly Type[], right: readonly Type[]): boolean {
  return left.length === right.length && left.every((each, at) => sameType(each, right[at]!));
}

/** Puts the arguments in the place of the type parameters. */
export function substitute(type: Type, replacements: ReadonlyMap<string, Type>): Type {
  if (replacements.size === 0) return type;
  if (type.kind === 'parameter') return replacements.get(type.name) ?? type;
  if (type.kind !== 'class' || type.arguments.length === 0) return type;
  return classType(
    type.symbol,
    type.arguments.map((each) => substitute(each, replacements)),
  );
}

/** What to put in for the parameters of a type's symbol. */
export function replacementsOf(type: ClassType): ReadonlyMap<string, Type> {
  return new Map(type.symbol.typeParameters.map((name, at) => [name, type.arguments[at] ?? OBJECT]));
}

/** As messages print it: `List<Account>`, `HttpRequest`, `Database.SaveResult`. */
export function describe(type: Type): string {
  switch (type.kind) {
    case 'object':
      return 'Object';
    case 'class': {
      const name = type.symbol.fullName.replace(/^System\./, '');
      return type.arguments.length ? `${name}<${type.arguments.map(describe).join(',')}>` : name;
    }
    case 'primitive':
    case 'sobject':
    case 'parameter':
      return type.name;
    default:
      return type.kind;
  }
}

export function isException(symbol: ClassSymbol): boolean {
  const seen = new Set<ClassSymbol>();
  for (let each: ClassSymbol | null = symbol; each && !seen.has(each); each = superSymbol(each)) {
    if (each.fullName === 'System.Exception') return true;
    seen.add(each);
  }
  return false;
}

export function superSymbol(symbol: ClassSymbol): ClassSymbol | null {
  return symbol.superType?.kind === 'class' ? symbol.superType.symbol : null;
}
