import type { LibraryClass } from '../library/library.ts';
import type { FieldSymbol, MethodSymbol } from './symbols.ts';

/** What the language itself is made of: named freely, whatever the library says. */
const LANGUAGE = new Set([
  'system.object',
  'system.sobject',
  'system.list',
  'system.set',
  'system.map',
  'system.enum',
]);

/** What the library supports of the platform: asked by full name of the class in any case and by key of the member. */
export class LibraryIndex {
  readonly #classes = new Map<string, LibraryClass>();

  constructor(classes: readonly LibraryClass[]) {
    for (const each of classes) {
      const key = each.name.toLowerCase();
      if (this.#classes.has(key)) throw new Error(`The library has two classes ${each.name}.`);
      this.#classes.set(key, each);
    }
  }

  find(fullName: string): LibraryClass | null {
    return this.#classes.get(fullName.toLowerCase()) ?? null;
  }

  /** May the type be named in source? */
  hasType(fullName: string): boolean {
    return LANGUAGE.has(fullName.toLowerCase()) || this.find(fullName) !== null;
  }

  /** May the project's classes extend or implement it? */
  isVirtual(fullName: string): boolean {
    const found = this.find(fullName);
    return found !== null && (found.virtual === true || found.base !== undefined);
  }

  /** A method or constructor of a platform class. */
  hasMethod(method: MethodSymbol): boolean {
    const found = this.find(method.owner.fullName);
    if (!found) return false;
    if (method.jsName.startsWith('(')) return found.constructors?.[method.jsName] !== undefined;
    if (method.isStatic) return found.statics?.[method.jsName] !== undefined;
    return method.jsName.includes('/') || found.methods?.[method.jsName] !== undefined;
  }

  /** A field of a platform class. */
  hasField(field: FieldSymbol): boolean {
    const found = this.find(field.owner.fullName);
    const properties = field.isStatic ? found?.staticProperties : found?.properties;
    return properties?.[field.name] !== undefined;
  }
}
