import { isSubclass } from './hierarchy.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';

/** May a member or a class be used from inside of `from`? Null is code outside of any class. */
export function isVisible(
  member: FieldSymbol | MethodSymbol | ClassSymbol,
  from: ClassSymbol | null,
): boolean {
  if (member.visibility === 'public' || member.visibility === 'global') return true;
  const owner = 'owner' in member ? member.owner : (member.outer ?? member);
  if (from === null) return false;
  if (outermost(owner) === outermost(from)) return true;
  if (isTestVisible(member) && outermost(from).isTest) return true;
  return member.visibility === 'protected' && outers(from).some((each) => isSubclass(each, owner));
}

/** The top-level class around a class; the class itself when it is one. */
export function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}

function outers(symbol: ClassSymbol): readonly ClassSymbol[] {
  return symbol.outer ? [symbol, ...outers(symbol.outer)] : [symbol];
}

function isTestVisible(member: FieldSymbol | MethodSymbol | ClassSymbol): boolean {
  if ('isTestVisible' in member) return member.isTestVisible;
  return member.annotations.some((each) => each.name.text.toLowerCase() === 'testvisible');
}
