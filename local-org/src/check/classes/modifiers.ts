import type * as ast from '../../syntax/ast.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';
import { kindWord } from './describe.ts';
import { ALLOWED, excludingOn } from './modifier-rules.ts';
import type { Declared } from './modifier-rules.ts';

const WORDS: Readonly<Partial<Record<ast.ModifierName, string>>> = {
  withsharing: 'with sharing',
  withoutsharing: 'without sharing',
  inheritedsharing: 'inherited sharing',
};

/** Which modifiers a declaration may have, and which exclude each other. */
export function checkModifiers(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (!declaration) return;
  const kind: Declared = symbol.outer ? `inner ${symbol.kind}` : symbol.kind;
  check(declaration.modifiers, kind, declaration.name, report);
  checkTopLevel(symbol, report);
  if (declaration.kind === 'enum') return;
  for (const member of declaration.members) {
    if (member.kind === 'field' || member.kind === 'property' || member.kind === 'constructor') {
      check(member.modifiers, member.kind, member.name, report);
    } else if (member.kind === 'method') {
      check(
        member.modifiers,
        symbol.kind === 'interface' ? 'interface method' : 'method',
        member.name,
        report,
      );
      checkProtected(symbol, member, report);
      if (symbol.kind === 'class') checkVisibility(symbol, member, report);
    }
    if (member.kind === 'property') checkAccessors(member, report);
    if (member.kind === 'method' || member.kind === 'constructor') {
      member.parameters.forEach((each) => check(each.modifiers, 'parameter', each.name, report));
    }
  }
}

function check(modifiers: ast.Modifiers, kind: Declared, name: ast.Identifier, report: Report): void {
  const allowed = ALLOWED[kind];
  const seen = new Set<ast.ModifierName>();
  for (const each of modifiers.names) {
    const word = wordOf(each.name);
    if (!allowed.has(each.name)) {
      report('class/modifier', each.span, `"${word}" is not allowed on the ${kind} "${name.text}".`);
    } else if (seen.has(each.name)) {
      report('class/modifier', each.span, `"${word}" is written twice on "${name.text}".`);
    }
    seen.add(each.name);
  }
  for (const group of excludingOn(kind)) {
    const together = modifiers.names.filter((each) => group.has(each.name) && allowed.has(each.name));
    const different = [...new Set(together.map((each) => each.name))];
    if (different.length < 2) continue;
    const words = different.map((each) => `"${wordOf(each)}"`).join(' and ');
    report('class/modifier', together.at(-1)!.span, `"${name.text}" cannot be ${words} at once.`);
  }
}

function checkAccessors(property: ast.PropertyDeclaration, report: Report): void {
  for (const accessor of [property.getter, property.setter]) {
    if (accessor) check(accessor.modifiers, 'accessor', property.name, report);
  }
}

/** A class of its own file says who may use it; only tests may keep it to themselves. */
function checkTopLevel(symbol: ClassSymbol, report: Report): void {
  if (symbol.outer || symbol.visibility === 'public' || symbol.visibility === 'global' || symbol.isTest)
    return;
  const message = `The ${kindWord(symbol)} "${symbol.name}" must be public or global.`;
  report('class/visibility', symbol.span!, message, 'Declare it as public.');
}

function checkProtected(symbol: ClassSymbol, method: ast.MethodDeclaration, report: Report): void {
  const has = (name: ast.ModifierName) => method.modifiers.names.find((each) => each.name === name);
  const isProtected = has('protected');
  if (!isProtected || has('override') || symbol.isVirtual || symbol.isAbstract) return;
  const message = `"${symbol.name}" is neither virtual nor abstract, so no class could use its protected method "${method.name.text}".`;
  report(
    'class/modifier',
    isProtected.span,
    message,
    'Declare the method as private, or the class as virtual.',
  );
}

/** Since this API version a method that others override, or that overrides one, says who sees it. */
const EXPLICIT_SINCE = 65;

function checkVisibility({ apiVersion }: ClassSymbol, method: ast.MethodDeclaration, report: Report): void {
  if (apiVersion < EXPLICIT_SINCE) return;
  const { names } = method.modifiers;
  const asking = names.find(({ name }) => name === 'abstract' || name === 'override');
  if (!asking || names.some(({ name }) => VISIBLE.has(name))) return;
  const word = asking.name === 'abstract' ? 'is abstract' : 'overrides a method';
  const message = `"${method.name.text}" ${word}, so it must be protected, public or global.`;
  report('class/modifier', asking.span, message, 'Write who may see it.');
}

/** `private` beside these is reported for itself. */
const VISIBLE: ReadonlySet<ast.ModifierName> = new Set(['private', 'protected', 'public', 'global']);

function wordOf(name: ast.ModifierName): string {
  return WORDS[name] ?? name;
}
