import type { ClassSymbol, MethodSymbol } from '../types/symbols.ts';
import type { Type } from '../types/type.ts';

/** The name under which the runtime knows a type: `List<Account>`, `Outer.Inner`, `System.HttpRequest`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    // With the namespace: a class of the project may have the name of an object.
    case 'sobject':
      return `Schema.${type.name}`;
    case 'class':
      return className(type.symbol, type.arguments);
    case 'parameter':
    case 'null':
    case 'unknown':
    case 'object':
      return 'Object';
    case 'void':
      return 'void';
  }
}

function className(symbol: ClassSymbol, parameters: readonly Type[]): string {
  const collection = /^System\.(List|Set|Map)$/.exec(symbol.fullName)?.[1];
  const name = collection ?? symbol.fullName;
  return parameters.length ? `${name}<${parameters.map(typeName).join(',')}>` : name;
}

/** The identifier of the emitted class inside of its file: `Outer$Inner`. */
export function jsClassName(symbol: ClassSymbol): string {
  return symbol.outer ? `${jsClassName(symbol.outer)}$${symbol.name}` : symbol.name;
}

/** `.name` or `["name(integer)"]`. */
export function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The symbol of a type that a class of the project is; null for everything else. */
export function sourceClass(type: Type): ClassSymbol | null {
  return type.kind === 'class' && type.symbol.origin === 'source' ? type.symbol : null;
}

/** The JavaScript name of a constructor. A platform exception's is spelt as the exceptions' base class has it. */
export function constructorName(method: MethodSymbol | null): string {
  if (!method) return 'new()';
  if (method.jsName.startsWith('new(')) return method.jsName;
  return `new${method.jsName.slice(method.jsName.indexOf('(')).toLowerCase()}`;
}
