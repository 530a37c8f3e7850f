import { arityName } from '../platform/platform-class.ts';
import { allInterfaces, bindMethod, superChain } from './hierarchy.ts';
import { isAssignable } from './assignability.ts';
import { classType, describe, sameType } from './make.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import type { ClassType, Type } from './type.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What every object has and every class may declare anew, by name and number of parameters. */
const OF_EVERY_OBJECT = new Set(['equals/1', 'hashcode/0', 'tostring/0']);

/** Names the members of classes for JavaScript (`runtime/abi.md`): super types before those that extend them. */
export function assignJsNames(symbols: readonly ClassSymbol[]): void {
  const named = new Set<ClassSymbol>();
  const visit = (symbol: ClassSymbol): void => {
    if (symbol.origin === 'platform' || named.has(symbol)) return;
    named.add(symbol);
    for (const each of [symbol.superType, ...symbol.interfaces])
      if (each?.kind === 'class') visit(each.symbol);
    nameMembers(symbol);
  };
  symbols.forEach(visit);
  symbols.forEach(addAliases);
}

function nameMembers(symbol: ClassSymbol): void {
  for (const field of symbol.fields.values()) (field as Writable<FieldSymbol>).jsName = fieldName(field);
  for (const methods of symbol.methods.values()) {
    for (const method of methods) (method as Writable<MethodSymbol>).jsName = methodName(method);
  }
  for (const each of symbol.constructors)
    (each as Writable<MethodSymbol>).jsName = signatureName('new', each);
}

function signatureName(name: string, method: MethodSymbol): string {
  const parameters = method.parameters.map((each) => describe(each.type)).join(',');
  return `${name}(${parameters})`.toLowerCase();
}

/** A name that no other class of the chain uses. */
function ownName(name: string, owner: ClassSymbol): string {
  const path = owner.namespace ? owner.fullName.slice(owner.namespace.length + 1) : owner.fullName;
  return `${name}$${path.replaceAll('.', '$')}`;
}

function fieldName(field: FieldSymbol): string {
  const name = field.name.toLowerCase();
  if (field.isStatic) return name;
  const above = superFields(field);
  if (above.length === 0) return name;
  return field.property?.isOverride ? above[0]!.jsName : ownName(name, field.owner);
}

function superFields(field: FieldSymbol): readonly FieldSymbol[] {
  return superChain(classType(field.owner))
    .slice(1)
    .flatMap((each) => each.symbol.fields.get(field.name.toLowerCase()) ?? [])
    .filter((each) => !each.isStatic);
}

function methodName(method: MethodSymbol): string {
  const plain = signatureName(method.name, method);
  if (method.isStatic) return plain;
  const arity = arityName(method.name, method.parameters.length);
  if (OF_EVERY_OBJECT.has(arity) && method.parameters.every((each) => each.type.kind === 'object'))
    return arity;
  const [type, ...above] = superChain(classType(method.owner));
  const overridden = above.flatMap((each) => matching(method, each))[0];
  if (overridden) {
    const isHidden = overridden.visibility === 'private' && !overridden.isVirtual;
    return isHidden ? ownName(plain, method.owner) : overridden.jsName;
  }
  const implemented = allInterfaces(type!).flatMap((each) => matching(method, each));
  return implemented.find((each) => each.jsName.includes('/'))?.jsName ?? implemented[0]?.jsName ?? plain;
}

function matching(method: MethodSymbol, type: ClassType): readonly MethodSymbol[] {
  const methods = type.symbol.methods.get(method.name.toLowerCase()) ?? [];
  return methods
    .map((each) => bindMethod(each, type))
    .filter((each) => !each.isStatic && fulfils(method, each));
}

/**
 * Does a method have the parameters of one that it overrides or implements? Where the platform says `List<SObject>`, a
 * list of one object will do: it is how batch classes are written.
 */
export function fulfils(method: MethodSymbol, required: MethodSymbol): boolean {
  if (method.parameters.length !== required.parameters.length) return false;
  const isPlatform = required.owner.origin === 'platform';
  return method.parameters.every((each, at) => {
    const wanted = required.parameters[at]!.type;
    return sameType(each.type, wanted) || (isPlatform && isRecordList(each.type, wanted));
  });
}

function isRecordList(type: Type, wanted: Type): boolean {
  const isGeneric =
    type.kind === 'class' && type.arguments.length > 0 && type.arguments[0]?.kind === 'sobject';
  return isGeneric && isAssignable(wanted, type);
}

/**
 * The method of the class or its super classes that implements a method of an interface or an abstract one; null when
 * none does. The platform lets a static method do it, too, and for an interface one with wider parameters.
 */
export function implementationOf(required: MethodSymbol, type: ClassType): MethodSymbol | null {
  const exact = firstInChain(required, type, fulfils);
  return exact ?? (required.owner.kind === 'interface' ? firstInChain(required, type, accepts) : null);
}

function firstInChain(required: MethodSymbol, type: ClassType, fits: typeof fulfils): MethodSymbol | null {
  for (const each of superChain(type)) {
    const methods = each.symbol.methods.get(required.name.toLowerCase()) ?? [];
    const found = methods.find((method) => fits(method, required));
    if (found) return found;
  }
  return null;
}

/** Can a method be called with whatever the interface's method is called with? A number is not widened on the way. */
function accepts(method: MethodSymbol, required: MethodSymbol): boolean {
  if (method.parameters.length !== required.parameters.length) return false;
  return method.parameters.every(({ type }, at) => {
    const given = required.parameters[at]!.type;
    return type.kind === 'primitive' ? sameType(given, type) : isAssignable(given, type);
  });
}

function addAliases(symbol: ClassSymbol): void {
  if (symbol.kind !== 'class') return;
  const type = classType(symbol);
  for (const above of [...allInterfaces(type), ...superChain(type).slice(1)]) {
    for (const required of [...above.symbol.methods.values()].flat()) {
      if (above.symbol.kind === 'class' && !required.isAbstract) continue;
      const found = implementationOf(bindMethod(required, above), type);
      if (!found || found === required || found.owner.origin === 'platform') continue;
      // A static method is never found by the object's name of it, even where the two are the same.
      if (found.jsName === required.jsName && !found.isStatic) continue;
      if (!found.aliases.includes(required.jsName)) {
        (found as Writable<MethodSymbol>).aliases = [...found.aliases, required.jsName];
      }
    }
  }
}
