import type { ClassSymbol, Visibility } from '../../types/symbols.ts';
import { VISIBILITIES } from './overrides.ts';
import type { Report } from './check-declarations.ts';

/** A property can be read or written, and its accessors are not more visible than it is. */
export function checkProperties(symbol: ClassSymbol, report: Report): void {
  for (const field of symbol.fields.values()) {
    const { property, declaration } = field;
    if (!property || declaration?.kind !== 'property') continue;
    if (!property.getter && !property.setter) {
      const message = `The property "${field.name}" has neither "get" nor "set".`;
      report('class/property', declaration.name.span, message, 'Write "{ get; set; }".');
    }
    const check = (visibility: Visibility, word: string) => {
      if (VISIBILITIES.indexOf(visibility) <= VISIBILITIES.indexOf(field.visibility)) return;
      const message = `"${word}" of "${field.name}" is ${visibility}, but the property itself only ${field.visibility}.`;
      report('class/property', declaration.name.span, message);
    };
    if (property.getter) check(property.getterVisibility, 'get');
    if (property.setter) check(property.setterVisibility, 'set');
  }
}
