import { throwApex } from '../../../runtime/faults.ts';
import { hashOfText } from '../../../values/equality.ts';
import type { Value } from '../../library.ts';
import { isBlank } from './characters.ts';

type Table = Readonly<Record<string, (text: string, ...args: Value[]) => Value>>;

function indexOf(text: string, part: string, from = 0): number {
  return text.indexOf(part, from);
}

/** JavaScript searches from 0 for a negative position; Java finds nothing. */
function lastIndexOf(text: string, part: string, from = text.length): number {
  return from < 0 ? -1 : text.lastIndexOf(part, from);
}

/** Compares without case unit by unit, so that positions stay those of the text. */
function foldCase(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => {
    const lower = unit.toUpperCase().toLowerCase();
    return lower.length === 1 ? lower : unit;
  });
}

function indexOfAny(text: string, isWanted: (char: string) => boolean): number {
  for (let at = 0; at < text.length; at++) if (isWanted(text.charAt(at))) return at;
  return -1;
}

function countMatches(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}

/** -1 when the texts are equal. */
function indexOfDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at === left.length && at === right.length ? -1 : at;
}

function difference(left: string, right: string): string {
  const at = indexOfDifference(left, right);
  return at < 0 ? '' : right.slice(at);
}

/** Java's `compareTo`: the difference of the first units that differ, or of the lengths. */
export function compareTexts(left: string, right: string): number {
  const at = indexOfDifference(left, right);
  if (at < 0) return 0;
  if (at >= left.length || at >= right.length) return left.length - right.length;
  return left.charCodeAt(at) - right.charCodeAt(at);
}

function levenshtein(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** -1 when the distance is above `threshold`. */
function limitedLevenshtein(left: string, right: string, threshold: number): number {
  if (threshold < 0) throwApex('System.StringException', 'Threshold must not be negative');
  const distance = levenshtein(left, right);
  return distance > threshold ? -1 : distance;
}

/** Of String: what finds, counts and compares. No argument may be null. */
export const searchMethods: Table = {
  'compareTo(String)': compareTexts,
  'contains(String)': (text, part) => text.includes(part),
  'containsAny(String)': (text, chars) => indexOfAny(text, (char) => chars.includes(char)) >= 0,
  'containsIgnoreCase(String)': (text, part) => foldCase(text).includes(foldCase(part)),
  'containsNone(String)': (text, chars) => indexOfAny(text, (char) => chars.includes(char)) < 0,
  'containsOnly(String)': (text, chars) => indexOfAny(text, (char) => !chars.includes(char)) < 0,
  'countMatches(String)': countMatches,
  'difference(String)': difference,
  'endsWith(String)': (text, part) => text.endsWith(part),
  'endsWithIgnoreCase(String)': (text, part) => foldCase(text).endsWith(foldCase(part)),
  'getLevenshteinDistance(String)': levenshtein,
  'getLevenshteinDistance(String,Integer)': limitedLevenshtein,
  'hashCode()': hashOfText,
  'indexOf(String)': (text, part) => indexOf(text, part),
  'indexOf(String,Integer)': indexOf,
  'indexOfAny(String)': (text, chars) => indexOfAny(text, (char) => chars.includes(char)),
  'indexOfAnyBut(String)': (text, chars) => indexOfAny(text, (char) => !chars.includes(char)),
  'indexOfChar(Integer)': (text, code) => indexOf(text, String.fromCodePoint(code)),
  'indexOfChar(Integer,Integer)': (text, code, from) => indexOf(text, String.fromCodePoint(code), from),
  'indexOfDifference(String)': indexOfDifference,
  'indexOfIgnoreCase(String)': (text, part) => indexOf(foldCase(text), foldCase(part)),
  'indexOfIgnoreCase(String,Integer)': (text, part, from) => indexOf(foldCase(text), foldCase(part), from),
  'lastIndexOf(String)': (text, part) => lastIndexOf(text, part),
  'lastIndexOf(String,Integer)': lastIndexOf,
  'lastIndexOfChar(Integer)': (text, code) => lastIndexOf(text, String.fromCodePoint(code)),
  'lastIndexOfChar(Integer,Integer)': (text, code, from) =>
    lastIndexOf(text, String.fromCodePoint(code), from),
  'lastIndexOfIgnoreCase(String)': (text, part) => lastIndexOf(foldCase(text), foldCase(part)),
  'lastIndexOfIgnoreCase(String,Integer)': (text, part, from) =>
    lastIndexOf(foldCase(text), foldCase(part), from),
  'startsWith(String)': (text, part) => text.startsWith(part),
  'startsWithIgnoreCase(String)': (text, part) => foldCase(text).startsWith(foldCase(part)),
};

/** Of String: comparisons that take null. */
export const nullableSearchMethods: Table = {
  'equals(Object)': (text, other) => text === other,
  'equalsIgnoreCase(String)': (text, other) => other !== null && foldCase(text) === foldCase(other),
};

/** Static tests of String; they take null. */
export const blankTests: Readonly<Record<string, (text: string | null) => boolean>> = {
  'isBlank(String)': isBlank,
  'isNotBlank(String)': (text) => !isBlank(text),
  'isEmpty(String)': (text) => text === null || text === '',
  'isNotEmpty(String)': (text) => text !== null && text !== '',
};
