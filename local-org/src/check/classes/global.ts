import { hasModifier } from '../../types/modifiers.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';

/** Only a global class has global members and global inner classes. */
export function checkGlobal(symbol: ClassSymbol, report: Report): void {
  const { declaration, outer } = symbol;
  if (!declaration) return;
  const suggest = (name: string) => `Declare "${name}" as global, or this as public.`;
  if (outer && symbol.visibility === 'global' && outer.visibility !== 'global') {
    const message = `"${symbol.name}" is global, but the class around it is not.`;
    report('class/global', declaration.name.span, message, suggest(outer.name));
  }
  if (declaration.kind !== 'class' || symbol.visibility === 'global') return;
  for (const member of declaration.members) {
    if (member.kind === 'initializer' || 'members' in member || member.kind === 'enum') continue;
    const word = (['global', 'webservice'] as const).find((each) => hasModifier(member.modifiers, each));
    if (!word) continue;
    const message = `"${member.name.text}" is ${word}, but its class "${symbol.name}" is not global.`;
    report('class/global', member.name.span, message, suggest(symbol.name));
  }
}
