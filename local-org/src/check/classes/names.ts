import type * as ast from '../../syntax/ast.ts';
import { isException } from '../../types/make.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Report } from './check-declarations.ts';
import { isReservedMethodName, isReservedName, isReservedTypeName } from './reserved-names.ts';

/** Identifiers of Apex have at most this many characters. */
const LONGEST = 255;
/** Names of classes. */
const LONGEST_TYPE = 40;

/** No reserved or too long names; exceptions, and only they, are named so. */
export function checkNames(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (!declaration) return;
  checkTypeName(symbol, declaration.name, report);
  if (declaration.kind === 'enum') return declaration.constants.forEach((each) => checkName(each, report));
  for (const member of declaration.members) {
    if (member.kind === 'field' || member.kind === 'property') checkName(member.name, report);
    if (member.kind === 'method' && isReservedMethodName(member.name.text)) {
      const { text, span } = member.name;
      report('name/reserved', span, `"${text}" is a reserved word and cannot name a method.`);
    }
    if (member.kind === 'method' || member.kind === 'constructor') {
      member.parameters.forEach((each) => checkName(each.name, report));
    }
  }
}

function checkTypeName(symbol: ClassSymbol, { text, span }: ast.Identifier, report: Report): void {
  if (isReservedTypeName(text))
    report('name/reserved', span, `"${text}" is a reserved word and cannot name a type.`);
  const longest = symbol.outer ? LONGEST : LONGEST_TYPE;
  if (text.length > longest) {
    report('name/too-long', span, `The name "${text}" has more than ${longest} characters.`);
  }
  if (symbol.kind !== 'class') return;
  const isNamedSo = /exception$/i.test(text);
  const isOne = isException(symbol);
  if (isOne && !isNamedSo) {
    const suggestion = `Name it "${text}Exception".`;
    report(
      'class/exception-name',
      span,
      `"${text}" is an exception, so its name must end in "Exception".`,
      suggestion,
    );
  } else if (isNamedSo && !isOne && symbol.superType?.kind !== 'unknown') {
    const message = `"${text}" is no exception, so its name cannot end in "Exception".`;
    report('class/exception-name', span, message, 'Extend Exception, or choose another name.');
  }
}

function checkName({ text, span }: ast.Identifier, report: Report): void {
  if (isReservedName(text))
    report('name/reserved', span, `"${text}" is a reserved word and cannot be a name.`);
  if (text.length > LONGEST)
    report('name/too-long', span, `The name "${text}" has more than ${LONGEST} characters.`);
}
