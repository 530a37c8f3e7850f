import type { DatabaseSync } from 'node:sqlite';
import type { FieldModel } from '../schema/model.ts';
import { storedForm, type Stored } from './columns.ts';

/*
 * Text compares without regard to case, and SQLite folds the case of ASCII letters only. What is beyond ASCII is
 * compared through functions that call back; rows of plain ASCII, most of all, never reach them.
 */

const FOLD_FUNCTION = 'apex_fold';
const SORT_FUNCTION = 'apex_sort_key';
const COLUMN = /^(?:"[^"]+"\.)?"[^"]+"$/;
/** So many letters beyond ASCII are looked up in every spelling, which an index serves. */
const MOST_LETTERS = 5;
/** Letters that are sorted as others but are not made of them and an accent. */
const SORTED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
};

/** Makes the functions known to a database. */
export function defineTextFunctions(database: DatabaseSync): void {
  const onText =
    (convert: (text: string) => string) =>
    (value: Stored): Stored =>
      typeof value === 'string' ? convert(value) : value;
  database.function(FOLD_FUNCTION, { deterministic: true }, onText(folded));
  database.function(SORT_FUNCTION, { deterministic: true }, onText(sortKey));
}

export function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

/** Two texts that differ in case alone become the same. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** By what texts are sorted: without accents, then with them. */
export function sortKey(text: string): string {
  if (isAscii(text)) return text;
  const whole = folded(text);
  const plain = whole.normalize('NFD').replace(/\p{Mark}/gu, '');
  return `${plain.replace(/[ßæœøđłðþ]/g, (letter) => SORTED_AS[letter]!)}\u0001${whole}`;
}

/** The SQL of `folded(expression)`. */
export function foldedSql(expression: string): string {
  return beyondAscii(expression, FOLD_FUNCTION);
}

/** The SQL of `sortKey(expression)`. */
export function sortKeySql(expression: string): string {
  return beyondAscii(expression, SORT_FUNCTION);
}

/** A column tells by its lengths whether it is worth to call back; anything else would be evaluated anew for each. */
function beyondAscii(value: string, callback: string): string {
  if (!COLUMN.test(value)) return `(${callback}(${value}) COLLATE NOCASE)`;
  const call = `CASE WHEN octet_length(${value}) > length(${value}) THEN ${callback}(${value}) ELSE ${value} END`;
  return `(${call} COLLATE NOCASE)`;
}

/**
 * A text with each of its letters beyond ASCII in both cases; the others are SQLite's own business. Null when these
 * would be too many texts.
 */
export function spellings(text: string): readonly string[] | null {
  let all = [''];
  let letters = 0;
  for (const letter of text.normalize('NFC')) {
    const cases = casesOf(letter);
    if (cases.length > 1 && ++letters > MOST_LETTERS) return null;
    all = all.flatMap((start) => cases.map((each) => start + each));
  }
  return all;
}

/** Not what is another letter altogether: the upper case of ß is SS. */
function casesOf(letter: string): readonly string[] {
  if (isAscii(letter)) return [letter];
  const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
  return [...cases].filter((each) => folded(each) === folded(letter));
}

/** An SQL condition with the value of its `?`. */
export interface TextCondition {
  readonly sql: string;
  readonly value: Stored;
}

/** The condition that the field, read by `expression`, has this value. */
export function equals(field: FieldModel, expression: string, value: Stored): TextCondition {
  const isPlain = typeof value !== 'string' || isAscii(value);
  if (isPlain || storedForm(field) !== 'text' || field.isCaseSensitive)
    return { sql: `${expression} = ?`, value };
  const texts = spellings(value);
  if (!texts) return { sql: `${foldedSql(expression)} = ?`, value: folded(value) };
  return { sql: `${expression} IN (SELECT value FROM json_each(?))`, value: JSON.stringify(texts) };
}
