import { innerDeclarations } from '../../types/declare.ts';
import { hasModifier } from '../../types/modifiers.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';

/** An inner class has neither inner classes nor statics, and is not named as the class around it. */
export function checkInner(symbol: ClassSymbol, report: Report): void {
  const { declaration, outer } = symbol;
  if (!declaration || !outer) return;
  if (symbol.name.toLowerCase() === outer.name.toLowerCase()) {
    const message = `The inner type "${symbol.name}" may not have the name of the class around it.`;
    report('class/duplicate-type', declaration.name.span, message);
  }
  for (const each of innerDeclarations(declaration)) {
    const message = `"${symbol.name}" is an inner class and cannot have the inner type "${each.name.text}".`;
    report('class/inner-in-inner', each.name.span, message, `Move "${each.name.text}" into "${outer.name}".`);
  }
  if (declaration.kind !== 'class') return;
  for (const member of declaration.members) {
    if (member.kind === 'initializer' && member.isStatic) {
      report(
        'class/static-in-inner',
        member.span,
        `The inner class "${symbol.name}" cannot have a static block.`,
      );
    } else if (member.kind === 'field' || member.kind === 'property' || member.kind === 'method') {
      if (!hasModifier(member.modifiers, 'static')) continue;
      const message = `The inner class "${symbol.name}" cannot have the static member "${member.name.text}".`;
      report('class/static-in-inner', member.name.span, message, `Move it into "${outer.name}".`);
    }
  }
}
