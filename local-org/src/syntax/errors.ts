import { ApexLexer, ApexParser } from '@apexdevtools/apex-parser';
import type { ApexToken } from '@apexdevtools/apex-parser';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { Source } from './source.ts';

/** An error as the grammar reports it. */
export interface GrammarError {
  /** Null for an error of the lexer. */
  readonly token: ApexToken | null;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly message: string;
  /** Token types that could stand there. */
  readonly expected: readonly number[];
}

/** More than these are hardly of the author's making. */
const MOST_ERRORS = 20;
const MOST_WORDS = 3;
const EOF = -1;

/**
 * Reports the errors in our words: one per line, as the others on a line follow from the first, and of the lexer's
 * alone where there are any, as the parser's follow from them.
 */
export function reportErrors(
  errors: readonly GrammarError[],
  tokens: readonly ApexToken[],
  source: Source,
): void {
  const seen = new Set<number>();
  const characters = errors.filter((error) => error.token === null);
  for (const error of characters.length > 0 ? characters : errors) {
    if (seen.has(error.line) || seen.size === MOST_ERRORS) continue;
    seen.add(error.line);
    if (error.token) reportToken(error, error.token, tokens, source);
    else reportCharacters(error, source);
  }
}

function reportCharacters(error: GrammarError, source: Source): void {
  const span = placeOf(error, source);
  const rest = source.text.slice(span.start);
  if (!rest.startsWith("'")) {
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
    // Every other byte of a text in UTF-16 is zero.
    if (character === '\0') {
      const message = 'A zero byte: the file is no UTF-8 text, perhaps UTF-16.';
      return source.report('syntax/character', message, span, 'Save the file as UTF-8.');
    }
    const suggestion = character === '"' ? 'Write text in single quotes.' : undefined;
    source.report('syntax/character', `Unexpected character '${character}'.`, span, suggestion);
    return;
  }
  const fine = /^'(?:[^'\\\n]|\\[btnfr"'\\]|\\u[0-9a-f]{4})*/i.exec(rest)![0];
  const escape = /^\\.?/.exec(rest.slice(fine.length))?.[0];
  if (escape) {
    const known =
      'Write \\\\ for a backslash; the escapes are \\b \\t \\n \\f \\r \\" \\\' \\\\ and \\uXXXX.';
    source.report('syntax/string', `Invalid escape sequence '${escape}' in a string literal.`, span, known);
  } else {
    source.report('syntax/string', 'The string literal is not closed.', span, "Add a ' at its end.");
  }
}

function placeOf(error: GrammarError, source: Source): Span {
  const start = source.offsetAt(error.line, error.column);
  return source.range(start, Math.min(start + 1, source.text.length));
}

function reportToken(
  error: GrammarError,
  token: ApexToken,
  tokens: readonly ApexToken[],
  source: Source,
): void {
  const span =
    token.type === EOF ? source.range(source.text.length, source.text.length) : source.token(token);
  const found = token.type === EOF ? 'end of file' : `'${shorten(source.slice(span))}'`;
  if (source.text.startsWith('/*', span.start)) {
    source.report('syntax/comment', 'The comment is not closed.', span, "Add '*/'.");
    return;
  }
  if (isReserved(token) && isNamePlace(token, tokens)) {
    source.report('syntax/reserved', `Identifier name is reserved: ${token.text}.`, span);
    return;
  }
  const expected = token.type === EOF && error.expected.includes(ApexLexer.RBRACE) ? "'}'" : wordsFor(error);
  const suggestion = missingSemicolon(token, tokens);
  source.report(
    'syntax/unexpected',
    expected ? `Unexpected ${found}; expected ${expected}.` : `Unexpected ${found}.`,
    span,
    suggestion,
  );
}

/** A new line that begins with a name or a keyword, after something that could have been a whole statement. */
function missingSemicolon(token: ApexToken, tokens: readonly ApexToken[]): string | undefined {
  const before = tokens.findLast((other) => other.channel === 0 && other.tokenIndex < token.tokenIndex);
  const isWord = /^(?:\w|\})/.test(token.text);
  if (!before || !isWord || before.line === token.line || !/[\w)\]']$/.test(before.text)) return undefined;
  return `Is a ';' missing after '${shorten(before.text)}' on line ${before.line}?`;
}

function isReserved(token: ApexToken): boolean {
  return (
    /^[a-z]+$/i.test(token.text) && token.type !== ApexLexer.Identifier && token.type < ApexLexer.Identifier
  );
}

/** Between a type and what follows the name of a variable, a parameter or a method. */
function isNamePlace(token: ApexToken, tokens: readonly ApexToken[]): boolean {
  const visible = tokens.filter((other) => other.channel === 0);
  const index = visible.indexOf(token);
  const before = visible[index - 1];
  const after = visible[index + 1]?.text ?? '';
  return (
    before !== undefined && !isReserved(before) && /[\w>\]]$/.test(before.text) && /^[=;,)(:{]$/.test(after)
  );
}

/** What could stand there, where the grammar knows it: empty for a prediction that failed. */
function wordsFor(error: GrammarError): string {
  if (error.message.startsWith('no viable alternative')) return '';
  const types = new Set(error.expected);
  const words: string[] = [];
  if (types.has(ApexLexer.IntegerLiteral) && types.has(ApexLexer.NEW)) words.push('an expression');
  else if (types.has(ApexLexer.Identifier)) words.push('a name');
  else words.push(...[...types].map(wordFor));
  if (words.length < MOST_WORDS && types.has(ApexLexer.SEMI) && !words.includes("';'")) words.push("';'");
  return words.length > MOST_WORDS ? '' : words.join(' or ');
}

function wordFor(type: number): string {
  if (type === EOF) return 'end of file';
  return ApexParser.literalNames[type] ?? `${ApexParser.symbolicNames[type] ?? ''}`.toLowerCase();
}

function shorten(text: string): string {
  const line = text.split('\n', 1)[0]!;
  return line.length > 40 ? `${line.slice(0, 40)}...` : line;
}
