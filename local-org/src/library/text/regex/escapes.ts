import { Unsupported } from '../../../runtime/faults.ts';
import { BINARY_PROPERTIES, ESCAPED_CLASSES, NAMED_CLASSES } from './classes.ts';
import { literal } from './reader.ts';
import type { PatternReader } from './reader.ts';

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

/** What stands after a backslash for one character; null, and nothing read, when it is something else. */
export function readCharacterEscape(reader: PatternReader): string | null {
  const code = reader.match(/0([0-3]?[0-7]{1,2})/y);
  if (code) return String.fromCodePoint(parseInt(code[1] ?? '', 8));
  const hex = reader.match(/x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})/y);
  if (hex) return String.fromCodePoint(parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16));
  const control = reader.match(/c([\s\S])/y);
  if (control) return String.fromCharCode((control[1] ?? '').charCodeAt(0) ^ 64);
  const known = CONTROL[reader.next];
  if (known !== undefined) {
    reader.read();
    return String.fromCharCode(known);
  }
  return /^[^A-Za-z0-9]$/u.test(reader.next) ? reader.read() : null;
}

/** `d`, `W`, `p{Alpha}` after a backslash as a class of JavaScript; null, and nothing read, when it is something else. */
export function readClassEscape(reader: PatternReader): string | null {
  const inside = ESCAPED_CLASSES[reader.next.toLowerCase()];
  if (inside !== undefined) return reader.read() >= 'a' ? `[${inside}]` : `[^${inside}]`;
  const property = reader.match(/([pP])(?:\{([^}]*)\}|([A-Z]))/y);
  if (!property) return null;
  const content = propertyClass(property[2] ?? property[3] ?? '', reader);
  return property[1] === 'p' ? `[${content}]` : `[^${content}]`;
}

function propertyClass(name: string, reader: PatternReader): string {
  const named = NAMED_CLASSES[name];
  if (named) return named;
  if (/^(?:In|blk=|block=)/.test(name))
    throw new Unsupported(`Unicode blocks in regular expressions (\\p{${name}})`);
  const plain = name.replace(/^(?:Is|general_category=|gc=|script=|sc=)/, '');
  const binary = BINARY_PROPERTIES[plain.toLowerCase()];
  if (binary && name.startsWith('Is')) return binary;
  for (const candidate of [`\\p{gc=${plain}}`, `\\p{sc=${plain}}`])
    if (isProperty(candidate)) return candidate;
  return reader.fail(`Unknown character property name {${plain}}`);
}

function isProperty(source: string): boolean {
  try {
    return new RegExp(source, 'v').global === false;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The literal text of `\Q...\E`; the reader stands after the `Q`. */
export function readQuoted(reader: PatternReader): string {
  const end = reader.text.indexOf('\\E', reader.at);
  const text = reader.text.slice(reader.at, end < 0 ? undefined : end);
  reader.at = end < 0 ? reader.text.length : end + 2;
  return text;
}

/** Each character of a text as a literal. */
export function literals(text: string): string[] {
  return [...text].map(literal);
}
