import type { ClassSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';
import { methodsOf } from './describe.ts';

/** Abstract methods are in abstract classes and have no body; all others have one. */
export function checkMethodBodies(symbol: ClassSymbol, report: Report): void {
  if (symbol.kind !== 'class') return;
  for (const method of methodsOf(symbol)) {
    const { declaration } = method;
    if (declaration?.kind !== 'method') continue;
    const { span } = declaration.name;
    if (method.isAbstract && declaration.body) {
      report('class/method-body', span, `The abstract method "${method.name}" cannot have a body.`);
    } else if (!method.isAbstract && !declaration.body) {
      const suggestion = 'Write the body, or declare the method as abstract.';
      report('class/method-body', span, `The method "${method.name}" has no body.`, suggestion);
    }
    if (method.isAbstract && !symbol.isAbstract) {
      const message = `"${symbol.name}" is not abstract, so its method "${method.name}" cannot be.`;
      report('class/abstract-method', span, message, `Declare "${symbol.name}" as abstract.`);
    }
  }
}
