import { literals, readCharacterEscape, readClassEscape, readQuoted } from './escapes.ts';
import { literal } from './reader.ts';
import type { PatternReader } from './reader.ts';

/**
 * Translates `[...]`; the reader stands after the `[`. With unions, intersections (`&&`) and classes in classes. With
 * `comments` blanks are left out.
 */
export function readCharacterClass(reader: PatternReader, comments: boolean): string {
  const negated = reader.skip('^') ? '^' : '';
  const parts: string[] = [];
  let items: string[] = [];
  let isFirst = true;
  while (isFirst || !reader.startsWith(']')) {
    if (reader.isAtEnd) reader.fail('Unclosed character class');
    if (comments && reader.match(/(?:\s|#[^\n]*)+/y)) continue;
    if (reader.skip('&&')) {
      parts.push(union(items));
      items = [];
    } else items.push(...readItems(reader, comments));
    isFirst = false;
  }
  reader.read();
  if (parts.length === 0) return `[${negated}${items.join('')}]`;
  if (items.length > 0) parts.push(union(items));
  return `[${negated}${parts.join('&&')}]`;
}

function union(items: readonly string[]): string {
  return `[${items.join('')}]`;
}

/** One character, range, class or quoted text. */
function readItems(reader: PatternReader, comments: boolean): string[] {
  if (reader.skip('[')) return [readCharacterClass(reader, comments)];
  if (reader.skip('\\Q')) return literals(readQuoted(reader));
  const first = readCharacter(reader);
  if (first.length > 1 && first.startsWith('[')) return [first];
  const isRange = reader.startsWith('-') && !/^-(?:\]|\[|$|&&)/.test(reader.text.slice(reader.at));
  if (!isRange) return [literal(first)];
  reader.read();
  const last = readCharacter(reader);
  if (last.length > 1 && last.startsWith('[')) return [literal(first), literal('-'), last];
  if ((last.codePointAt(0) ?? 0) < (first.codePointAt(0) ?? 0)) reader.fail('Illegal character range');
  return [`${literal(first)}-${literal(last)}`];
}

/** A character itself, or a class of JavaScript in brackets. */
function readCharacter(reader: PatternReader): string {
  if (!reader.skip('\\')) return reader.read();
  const found = readClassEscape(reader) ?? readCharacterEscape(reader);
  return found ?? reader.fail('Illegal/unsupported escape sequence');
}
