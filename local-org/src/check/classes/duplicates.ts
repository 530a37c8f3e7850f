import type * as ast from '../../syntax/ast.ts';
import { innerDeclarations } from '../../types/declare.ts';
import { sameTypes } from '../../types/make.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';
import { methodsOf, nameAndParameters } from './describe.ts';

/** No two fields, inner types, constants or parameters of one name; no two methods of one signature. */
export function checkDuplicates(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (!declaration) return;
  if (declaration.kind === 'enum') {
    return reportRepeated(
      declaration.constants,
      report,
      'class/duplicate-constant',
      (name) => `the constant "${name}"`,
    );
  }
  const members: readonly ast.Member[] = declaration.members;
  const fields = members.filter((each) => each.kind === 'field' || each.kind === 'property');
  reportRepeated(
    fields.map((each) => each.name),
    report,
    'class/duplicate-field',
    (text) => `the field "${text}"`,
  );
  const inner = innerDeclarations(declaration).map((each) => each.name);
  reportRepeated(inner, report, 'class/duplicate-type', (text) => `the inner type "${text}"`);
  checkMethods(methodsOf(symbol), report);
  checkMethods(symbol.constructors, report);
}

function reportRepeated(
  names: readonly ast.Identifier[],
  report: Report,
  code: string,
  what: (name: string) => string,
): void {
  const seen = new Set<string>();
  for (const { text, span } of names) {
    const key = text.toLowerCase();
    if (seen.has(key))
      report(code, span, `There already is ${what(text)} here; names differ by more than case.`);
    seen.add(key);
  }
}

function checkMethods(methods: readonly MethodSymbol[], report: Report): void {
  methods.forEach((method, at) => {
    const { declaration } = method;
    if (!declaration) return;
    const names = declaration.parameters.map((each) => each.name);
    reportRepeated(names, report, 'name/duplicate', (name) => `the parameter "${name}"`);
    if (!methods.slice(0, at).some((other) => isSame(other, method))) return;
    const message = `There already is a method ${nameAndParameters(method)} in "${method.owner.name}".`;
    report('class/duplicate-method', declaration.name.span, message);
  });
}

function isSame(left: MethodSymbol, right: MethodSymbol): boolean {
  const types = (method: MethodSymbol) => method.parameters.map((each) => each.type);
  return left.name.toLowerCase() === right.name.toLowerCase() && sameTypes(types(left), types(right));
}
