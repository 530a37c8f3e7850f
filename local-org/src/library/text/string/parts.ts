import { throwApex } from '../../../runtime/faults.ts';
import type { Value } from '../../library.ts';
import { integerList } from '../lists.ts';

type Table = Readonly<Record<string, (text: string, ...args: Value[]) => Value>>;

function outOfRange(index: number): never {
  return throwApex('System.StringException', `String index out of range: ${index}`);
}

function charAt(text: string, index: number): number {
  return index < 0 || index >= text.length ? outOfRange(index) : text.charCodeAt(index);
}

function codePointAt(text: string, index: number): number {
  return (index < 0 ? undefined : text.codePointAt(index)) ?? outOfRange(index);
}

function codePointBefore(text: string, index: number): number {
  if (index < 1 || index > text.length) outOfRange(index);
  const pair = index > 1 ? (text.codePointAt(index - 2) ?? 0) : 0;
  return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

function codePointCount(text: string, start: number, end: number): number {
  if (start < 0 || end > text.length || start > end) outOfRange(start < 0 || start > end ? start : end);
  return [...text.slice(start, end)].length;
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  if (index < 0 || index > text.length) outOfRange(index);
  const points = offset < 0 ? [...text.slice(0, index)] : [...text.slice(index)];
  if (Math.abs(offset) > points.length) outOfRange(index + offset);
  const passed = offset < 0 ? points.slice(offset) : points.slice(0, offset);
  return index + Math.sign(offset) * passed.join('').length;
}

/** Throws `System.StringException: Starting position out of bounds: 9`. */
function substring(text: string, start: number, end = text.length): string {
  if (start < 0 || start > text.length) {
    throwApex('System.StringException', `Starting position out of bounds: ${start}`);
  }
  if (end < start || end > text.length) {
    throwApex('System.StringException', `Ending position out of bounds: ${end}`);
  }
  return text.slice(start, end);
}

function left(text: string, length: number): string {
  return text.slice(0, Math.max(0, length));
}

function right(text: string, length: number): string {
  return length <= 0 ? '' : text.slice(-length);
}

function mid(text: string, start: number, length: number): string {
  const from = Math.max(0, start);
  return length < 0 ? '' : text.slice(from, from + length);
}

function substringAfter(text: string, separator: string): string {
  const at = text.indexOf(separator);
  return at < 0 ? '' : text.slice(at + separator.length);
}

function substringAfterLast(text: string, separator: string): string {
  const at = text.lastIndexOf(separator);
  return separator === '' || at < 0 ? '' : text.slice(at + separator.length);
}

function substringBefore(text: string, separator: string): string {
  const at = text.indexOf(separator);
  return at < 0 ? text : text.slice(0, at);
}

function substringBeforeLast(text: string, separator: string): string {
  const at = text.lastIndexOf(separator);
  return separator === '' || at < 0 ? text : text.slice(0, at);
}

/** Null when there is no such part. */
function substringBetween(text: string, open: string, close = open): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function abbreviate(text: string, width: number): string {
  return abbreviateFrom(text, 0, width);
}

/** As `abbreviate(maxWidth, offset)`: `...` at one or both ends. */
function abbreviateFrom(text: string, offset: number, width: number): string {
  if (width < 4) throwApex('System.StringException', 'Minimum abbreviation width is 4');
  if (text.length <= width) return text;
  let from = Math.min(offset, text.length);
  if (text.length - from < width - 3) from = text.length - (width - 3);
  if (from <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throwApex('System.StringException', 'Minimum abbreviation width with offset is 7');
  if (from + width - 3 < text.length) return `...${abbreviateFrom(text.slice(from), 0, width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}

/** Of String: what takes a part of a text. No argument may be null. */
export const partMethods: Table = {
  'abbreviate(Integer)': abbreviate,
  'abbreviate(Integer,Integer)': (text, width, offset) => abbreviateFrom(text, offset, width),
  'charAt(Integer)': charAt,
  'codePointAt(Integer)': codePointAt,
  'codePointBefore(Integer)': codePointBefore,
  'codePointCount(Integer,Integer)': codePointCount,
  'getChars()': (text) => integerList(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))),
  'left(Integer)': left,
  'length()': (text) => text.length,
  'mid(Integer,Integer)': mid,
  'offsetByCodePoints(Integer,Integer)': offsetByCodePoints,
  'right(Integer)': right,
  'substring(Integer)': (text, start) => substring(text, start),
  'substring(Integer,Integer)': substring,
  'substringAfter(String)': substringAfter,
  'substringAfterLast(String)': substringAfterLast,
  'substringBefore(String)': substringBefore,
  'substringBeforeLast(String)': substringBeforeLast,
  'substringBetween(String)': (text, tag) => substringBetween(text, tag),
  'substringBetween(String,String)': substringBetween,
};
