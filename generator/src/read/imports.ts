/** Checks that imports lead to the language or to other mapping files, and that what they name is there. */
import { ts } from 'ts-morph';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';

export function checkImport(ctx: ReadContext, statement: ts.ImportDeclaration): void {
  const { moduleSpecifier, importClause } = statement;
  if (!ts.isStringLiteral(moduleSpecifier)) return;
  if (importClause === undefined || !isOurs(moduleSpecifier.text)) return reportForeign(ctx, moduleSpecifier);
  const module = ctx.checker.getSymbolAtLocation(moduleSpecifier);
  if (module === undefined) return reportMissingFile(ctx, moduleSpecifier);
  const { namedBindings, name } = importClause;
  if (name) reportForeign(ctx, name);
  if (namedBindings && ts.isNamedImports(namedBindings))
    for (const element of namedBindings.elements) checkName(ctx, element, module, moduleSpecifier.text);
  else if (namedBindings) reportForeign(ctx, namedBindings);
}

const isOurs = (specifier: string): boolean => specifier.startsWith('.') || specifier === '#language';

function reportForeign(ctx: ReadContext, at: ts.Node): void {
  ctx.report(codes.foreignImport, at, {
    what: 'This import is not understood in a mapping file.',
    why: 'A mapping is made of the mapping language and of other mapping files; nothing of it is executed.',
    fix: 'Allowed here: import { names } from the mapping language or from another mapping file.',
  });
}

function reportMissingFile(ctx: ReadContext, specifier: ts.StringLiteral): void {
  ctx.report(codes.missingReference, specifier, {
    what: `There is no file "${specifier.text}".`,
    why: 'What the mapping refers to comes from there.',
    fix: 'Correct the path; it is relative to this file and ends in .ts.',
  });
}

function checkName(
  ctx: ReadContext,
  element: ts.ImportSpecifier,
  module: ts.Symbol,
  specifier: string,
): void {
  const name = element.propertyName ?? element.name;
  if (ctx.symbolOf(element.name) !== undefined) return;
  const names = ctx.checker.getExportsOfModule(module).map((symbol) => symbol.name);
  ctx.report(codes.missingReference, name, {
    what: `The file "${specifier}" exports no "${name.text}".`,
    why: 'What the mapping refers to comes from there.',
    fix: didYouMean(name.text, names, 'Correct the name or export it there.'),
  });
}
