import type * as ast from '../../syntax/ast.ts';
import { allInterfaces, superChain } from '../../types/hierarchy.ts';
import { classType, isException, superSymbol } from '../../types/make.ts';
import { nameOf } from '../../types/resolve.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Type } from '../../types/type.ts';
import type { Report } from './check-declarations.ts';

/** What a class extends must be an open class, what it implements an interface, and neither may lead back to it. */
export function checkSuperTypes(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (!declaration || declaration.kind === 'enum') return;
  const written = declaration.kind === 'class' ? declaration.superType : null;
  if (written && symbol.superType) checkSuperClass(symbol, symbol.superType, written, report);
  declaration.interfaces.forEach((each, at) => checkInterface(symbol, at, each, report));
  checkCycle(symbol, report);
}

function checkSuperClass(symbol: ClassSymbol, type: Type, written: ast.TypeReference, report: Report): void {
  if (type.kind === 'unknown') return;
  const name = nameOf(written);
  if (type.kind !== 'class' || type.symbol.kind === 'enum') {
    return report(
      'class/super-type',
      written.span,
      `"${name}" is no class, so "${symbol.name}" cannot extend it.`,
    );
  }
  if (type.symbol.kind === 'interface') {
    const message = `"${name}" is an interface: a class implements it.`;
    return report('class/super-type', written.span, message, `Write "implements ${name}".`);
  }
  if (type.symbol.isVirtual || type.symbol.isAbstract || isOpenException(type.symbol)) return;
  const suggestion =
    type.symbol.origin === 'source' ? `Declare "${name}" as virtual or abstract.` : undefined;
  const message = `"${name}" is neither virtual nor abstract, so "${symbol.name}" cannot extend it.`;
  report('class/not-virtual', written.span, message, suggestion);
}

/** `Exception` itself is open whatever it says; the platform's other exceptions are not. */
function isOpenException(symbol: ClassSymbol): boolean {
  return (
    symbol.fullName === 'System.Exception' ||
    (symbol.origin === 'source' && symbol.isVirtual && isException(symbol))
  );
}

function checkInterface(symbol: ClassSymbol, at: number, written: ast.TypeReference, report: Report): void {
  const type = symbol.interfaces[at];
  if (!type || type.kind === 'unknown') return;
  const name = nameOf(written);
  if (type.kind !== 'class' || type.symbol.kind !== 'interface') {
    const word = symbol.kind === 'interface' ? 'extend' : 'implement';
    const suggestion =
      type.kind === 'class' && symbol.kind === 'class' ? `Write "extends ${name}".` : undefined;
    const message = `"${name}" is no interface, so "${symbol.name}" cannot ${word} it.`;
    return report('class/not-an-interface', written.span, message, suggestion);
  }
  const before = symbol.interfaces.slice(0, at);
  if (before.some((each) => each.kind === 'class' && each.symbol === type.symbol)) {
    report('class/duplicate-interface', written.span, `"${symbol.name}" implements "${name}" twice.`);
  }
}

function checkCycle(symbol: ClassSymbol, report: Report): void {
  const last = superChain(classType(symbol)).at(-1)!;
  const above = superSymbol(last.symbol);
  const own = allInterfaces(classType(symbol)).some((each) => each.symbol === symbol);
  if (above !== symbol && !own) return;
  report('class/cycle', symbol.span!, `"${symbol.name}" leads back to itself through what it extends.`);
}
