import { exceptionConstructors } from '../../types/members.ts';
import { isException, sameTypes } from '../../types/make.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';
import { nameAndParameters } from './describe.ts';

/** A constructor has the class's name, and an exception does not declare again those that every exception has. */
export function checkConstructors(symbol: ClassSymbol, report: Report): void {
  const given = isException(symbol) ? exceptionConstructors(symbol) : [];
  for (const each of symbol.constructors) {
    const name = each.declaration?.name;
    if (!name) continue;
    if (name.text.toLowerCase() !== symbol.name.toLowerCase()) {
      const message = `"${name.text}" is neither the name of the class nor has a return type.`;
      const suggestion = `Name the constructor "${symbol.name}", or give the method a return type.`;
      report('class/constructor-name', name.span, message, suggestion);
    }
    const types = each.parameters.map((parameter) => parameter.type);
    if (
      given.some((other) =>
        sameTypes(
          types,
          other.parameters.map((parameter) => parameter.type),
        ),
      )
    ) {
      const message = `Every exception already has the constructor ${nameAndParameters(each)}.`;
      report('class/duplicate-method', name.span, message, 'Remove it.');
    }
  }
}
