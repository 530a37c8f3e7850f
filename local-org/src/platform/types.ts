import type { PlatformTypeInfo, PlatformTypes } from '../runtime/type-table.ts';
import { typeName } from '../emit/names.ts';
import type { Catalogue } from './catalogue.ts';

/** What the runtime asks of the platform's classes, answered by the catalogue. */
export function platformTypes(catalogue: Catalogue): PlatformTypes {
  return {
    find(name: string): PlatformTypeInfo | null {
      const symbol = catalogue.find(name) ?? catalogue.find(`System.${name}`);
      if (!symbol) return null;
      return {
        fullName: symbol.fullName,
        kind: symbol.kind,
        superType: symbol.superType ? typeName(symbol.superType) : null,
        interfaces: symbol.interfaces.map(typeName),
        enumConstants: symbol.enumConstants,
      };
    },
  };
}
