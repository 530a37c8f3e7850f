import { ENUM_CLASS, OBJECT_CLASS } from '../platform/corrections.ts';
import { allInterfaces, bindMethod, superChain } from './hierarchy.ts';
import { classType, isException, replacementsOf, sameTypes, substitute } from './make.ts';
import { recordMethods } from './record-methods.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import type { ClassType, Type } from './type.ts';

/** What member lookup needs of the world. */
export interface MemberContext {
  platformSymbol(fullName: string): ClassSymbol;
  listOf(element: Type): Type;
  mapOf(key: Type, value: Type): Type;
}

/** The class whose members a value of the type has; null for null, void and unknown. */
export function membersType(type: Type, context: MemberContext): ClassType | null {
  switch (type.kind) {
    case 'class':
      return type;
    case 'primitive':
      return classType(context.platformSymbol(`System.${type.name}`));
    case 'sobject':
      return classType(context.platformSymbol('System.SObject'));
    case 'object':
      return classType(context.platformSymbol(OBJECT_CLASS));
    default:
      return null;
  }
}

export function findField(
  type: Type,
  name: string,
  isStatic: boolean,
  context: MemberContext,
): FieldSymbol | null {
  const start = type.kind === 'sobject' ? null : membersType(type, context);
  if (!start) return null;
  const key = name.toLowerCase();
  for (const each of [...superChain(start), ...allInterfaces(start)]) {
    const field = each.symbol.fields.get(key);
    if (!field || field.isStatic !== isStatic) continue;
    return each.arguments.length ? { ...field, type: substitute(field.type, replacementsOf(each)) } : field;
  }
  return null;
}

export function findMethods(
  type: Type,
  name: string,
  isStatic: boolean | null,
  context: MemberContext,
): readonly MethodSymbol[] {
  const start = membersType(type, context);
  if (!start) return [];
  const key = name.toLowerCase();
  const found: MethodSymbol[] = [];
  for (const each of carriers(start, context)) {
    for (const method of each.symbol.methods.get(key) ?? []) {
      const bound = forType(bindMethod(method, each), start, context);
      if (!found.some((other) => isSame(other, bound))) found.push(bound);
    }
  }
  if (key === 'clone' && isProjectClass(start) && found.every((each) => each.parameters.length > 0)) {
    found.push(copyOf(start));
  }
  const all = type.kind === 'sobject' ? recordMethods(found, type, context) : found;
  return isStatic === null ? all : all.filter((method) => method.isStatic === isStatic);
}

function isProjectClass({ symbol }: ClassType): boolean {
  return symbol.origin === 'source' && symbol.kind === 'class';
}

/** `clone()` of every object of the project: the reference does not name it, and public projects use it. */
function copyOf(type: ClassType): MethodSymbol {
  return {
    owner: type.symbol,
    name: 'clone',
    parameters: [],
    returnType: type,
    isStatic: false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    isTest: false,
    visibility: 'public',
    isTestVisible: false,
    jsName: 'clone/0',
    aliases: [],
    declaration: null,
    annotations: [],
  };
}

/** The type, its super types, its interfaces, and what every object or enum has. */
function carriers(type: ClassType, context: MemberContext): readonly ClassType[] {
  const base = type.symbol.kind === 'enum' ? ENUM_CLASS : OBJECT_CLASS;
  return [...superChain(type), ...allInterfaces(type), classType(context.platformSymbol(base))];
}

function isSame(left: MethodSymbol, right: MethodSymbol): boolean {
  const types = (method: MethodSymbol) => method.parameters.map((each) => each.type);
  return left.isStatic === right.isStatic && sameTypes(types(left), types(right));
}

/** `values()` and `valueOf(...)` of an enum give values of that very enum. */
function forType(method: MethodSymbol, type: ClassType, context: MemberContext): MethodSymbol {
  if (!method.isStatic || method.owner.fullName !== ENUM_CLASS) return method;
  return { ...method, returnType: method.name === 'values' ? context.listOf(type) : type };
}

/**
 * Declared constructors; those of an exception also the four that every exception has. An empty list for a class of the
 * project means the default constructor.
 */
export function findConstructors(type: Type): readonly MethodSymbol[] {
  if (type.kind !== 'class') return [];
  const own = type.symbol.constructors.map((each) => bindMethod(each, type));
  if (type.symbol.origin === 'platform' || !isException(type.symbol)) return own;
  const inherited = exceptionConstructors(type.symbol).filter(
    (each) => !own.some((other) => isSame(each, other)),
  );
  return [...own, ...inherited];
}

/** The constructors that every exception has, as an exception class of the project has them. */
export function exceptionConstructors(symbol: ClassSymbol): readonly MethodSymbol[] {
  const platform = superChain(classType(symbol)).find((each) => each.symbol.origin === 'platform');
  return (platform?.symbol.constructors ?? []).map((each) => ({
    ...each,
    owner: symbol,
    name: symbol.name,
    visibility: 'public',
    jsName: `new${each.jsName.toLowerCase()}`,
  }));
}

/** Names of fields and methods for suggestions. */
export function listMemberNames(
  type: Type,
  isStatic: boolean | null,
  context: MemberContext,
): readonly string[] {
  const start = membersType(type, context);
  if (!start) return [];
  const names = new Set<string>(isStatic === false ? [] : start.symbol.enumConstants);
  const add = (each: { readonly isStatic: boolean; readonly name: string }) => {
    if (isStatic === null || each.isStatic === isStatic) names.add(each.name);
  };
  for (const each of carriers(start, context)) {
    if (type.kind !== 'sobject') for (const field of each.symbol.fields.values()) add(field);
    for (const methods of each.symbol.methods.values()) methods.forEach(add);
  }
  return [...names];
}
