import type { ApexParser } from '@apexdevtools/apex-parser';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { AnonymousUnit, ClassUnit, TriggerUnit } from './ast.ts';
import { buildQuery, QueryBinds } from './convert/soql.ts';
import { buildSearch } from './convert/sosl.ts';
import { buildAnonymousUnit, buildClassUnit, buildTriggerUnit } from './convert/units.ts';
import { runGrammar } from './grammar.ts';
import type { SoqlQuery, SoslQuery } from './soql.ts';
import { SoqlSyntaxError } from './soql-error.ts';
import { Source } from './source.ts';

export { SoqlSyntaxError } from './soql-error.ts';

/**
 * Parses the text of a class file. Null when it has errors of syntax, which are reported to the sink; what is merely
 * not allowed (a number out of range, a name with odd characters) is reported beside a tree.
 * @param file path relative to the project, for the diagnostics.
 */
export function parseClass(text: string, file: string, sink: DiagnosticSink): ClassUnit | null {
  const source = new Source(text, file, sink);
  return parse(text, (parser) => parser.compilationUnit(), buildClassUnit, source);
}

/** As {@link parseClass}, for the text of a trigger. */
export function parseTrigger(text: string, file: string, sink: DiagnosticSink): TriggerUnit | null {
  const source = new Source(text, file, sink);
  return parse(text, (parser) => parser.triggerUnit(), buildTriggerUnit, source);
}

/** As {@link parseClass}, for anonymous Apex. */
export function parseAnonymous(text: string, file: string, sink: DiagnosticSink): AnonymousUnit | null {
  const source = new Source(text, file, sink);
  return parse(text, (parser) => parser.anonymousUnit(), buildAnonymousUnit, source);
}

/**
 * Parses a query given as text at run time.
 * @throws SoqlSyntaxError when it is none.
 */
export function parseQuery(text: string): SoqlQuery {
  return parseText(text, (sink) => {
    const source = new Source(text, '', sink);
    const rule = (parser: ApexParser) => wholeText(parser, parser.query());
    return parse(hideLikeEscapes(text), rule, (tree) => buildQuery(tree, new QueryBinds(source)), source);
  });
}

/**
 * Parses a search given as text at run time: `FIND {acme} RETURNING Account` or with the text in quotes.
 * @throws SoqlSyntaxError when it is none.
 */
export function parseSearch(text: string): SoslQuery {
  const braces = /^\s*find\s*\{/i.test(text);
  return parseText(text, (sink) => {
    const source = new Source(text, '', sink, 1);
    const rule = (parser: ApexParser) =>
      wholeText(parser, braces ? parser.soslLiteralAlt() : parser.soslLiteral());
    const input = `[${hideLikeEscapes(text)}]`;
    return parse(input, rule, (tree) => buildSearch(tree, new QueryBinds(source)), source);
  });
}

function parse<Tree, Result>(
  input: string,
  rule: (parser: ApexParser) => Tree,
  build: (tree: Tree, source: Source) => Result,
  source: Source,
): Result | null {
  try {
    const tree = runGrammar(input, rule, source);
    return tree === null ? null : build(tree, source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    source.report(
      'syntax/depth',
      'The code is nested too deeply.',
      source.range(0, 0),
      'Split the expression.',
    );
    return null;
  }
}

function parseText<T>(text: string, parseTo: (sink: DiagnosticSink) => T | null): T {
  const diagnostics = new Diagnostics();
  const result = parseTo(diagnostics);
  const [first] = diagnostics.errors;
  if (first) throw new SoqlSyntaxError(first.message, first.span.line, first.span.column);
  if (result === null) throw new Error(`Nothing was parsed and nothing reported: ${text}`);
  return result;
}

/** The rules for queries stop where the query does; what follows is an error. */
function wholeText<T>(parser: ApexParser, tree: T): T {
  const next = parser.getCurrentToken();
  if (next.type !== -1) parser.notifyErrorListeners('extraneous input', next, undefined);
  return tree;
}

/**
 * `\_` and `\%` are escapes of a query's text and not of Apex: the lexer is given two plain characters instead, and
 * the value is read from the text as it was.
 */
function hideLikeEscapes(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (all, letter: string) =>
    letter === '_' || letter === '%' ? letter + letter : all,
  );
}
