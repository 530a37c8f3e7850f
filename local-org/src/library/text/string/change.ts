import type { Value } from '../../library.ts';
import { stringList } from '../lists.ts';
import { regexOf } from '../regex/regex.ts';
import { deleteWhitespace, normalizeSpace, splitByCategory, trim } from './characters.ts';

type Table = Readonly<Record<string, (text: string, ...args: Value[]) => Value>>;

/** `size` characters of `padding` over and over; an empty padding is a blank. */
function padding(size: number, pad: string): string {
  const unit = pad === '' ? ' ' : pad;
  return unit.repeat(Math.max(0, Math.ceil(size / unit.length))).slice(0, Math.max(0, size));
}

function leftPad(text: string, size: number, pad = ' '): string {
  return padding(size - text.length, pad) + text;
}

function rightPad(text: string, size: number, pad = ' '): string {
  return text + padding(size - text.length, pad);
}

function center(text: string, size: number, pad = ' '): string {
  const missing = size - text.length;
  if (missing <= 0) return text;
  return rightPad(leftPad(text, text.length + Math.floor(missing / 2), pad), size, pad);
}

function changeFirst(text: string, change: (char: string) => string): string {
  const [first = ''] = text;
  return change(first) + text.slice(first.length);
}

/** Positions are cut to the text, and swapped when they are the wrong way round. */
function overlay(text: string, part: string, start: number, end: number): string {
  const inside = (at: number): number => Math.min(Math.max(at, 0), text.length);
  const [from, to] = [inside(start), inside(end)].sort((a, b) => a - b);
  return text.slice(0, from) + part + text.slice(to);
}

function removeStart(text: string, part: string, ignoreCase: boolean): string {
  const start = text.slice(0, part.length);
  return isSame(start, part, ignoreCase) ? text.slice(part.length) : text;
}

function removeEnd(text: string, part: string, ignoreCase: boolean): string {
  if (part.length > text.length) return text;
  const end = text.slice(text.length - part.length);
  return isSame(end, part, ignoreCase) ? text.slice(0, text.length - part.length) : text;
}

function isSame(left: string, right: string, ignoreCase: boolean): boolean {
  return left === right || (ignoreCase && left.toLowerCase() === right.toLowerCase());
}

function repeat(text: string, count: number): string {
  return text.repeat(Math.max(0, count));
}

function repeatSeparated(text: string, separator: string, count: number): string {
  return Array.from({ length: Math.max(0, count) }, () => text).join(separator);
}

function swapCase(text: string): string {
  return text.replace(/\p{L}/gu, (char) =>
    char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase(),
  );
}

/** `tr_TR` and `tr-TR` name the same locale. */
function localeTag(locale: string): string {
  return locale.replaceAll('_', '-');
}

/** Of String: what makes another text or splits. No argument may be null. */
export const changeMethods: Table = {
  'capitalize()': (text) => changeFirst(text, (char) => char.toUpperCase()),
  'center(Integer)': (text, size) => center(text, size),
  'center(Integer,String)': center,
  'deleteWhitespace()': deleteWhitespace,
  'leftPad(Integer)': (text, size) => leftPad(text, size),
  'leftPad(Integer,String)': leftPad,
  'normalizeSpace()': normalizeSpace,
  'overlay(String,Integer,Integer)': overlay,
  'remove(String)': (text, part) => (part === '' ? text : text.replaceAll(part, '')),
  'removeEnd(String)': (text, part) => removeEnd(text, part, false),
  'removeEndIgnoreCase(String)': (text, part) => removeEnd(text, part, true),
  'removeStart(String)': (text, part) => removeStart(text, part, false),
  'removeStartIgnoreCase(String)': (text, part) => removeStart(text, part, true),
  'repeat(Integer)': repeat,
  'repeat(String,Integer)': repeatSeparated,
  'replace(String,String)': (text, part, other) => text.replaceAll(part, () => other),
  'replaceAll(String,String)': (text, pattern, other) => regexOf(pattern).replace(text, other),
  'replaceFirst(String,String)': (text, pattern, other) => regexOf(pattern).replace(text, other, 1),
  'reverse()': (text) => [...text].reverse().join(''),
  'rightPad(Integer)': (text, size) => rightPad(text, size),
  'rightPad(Integer,String)': rightPad,
  'split(String)': (text, pattern) => stringList(regexOf(pattern).split(text)),
  'split(String,Integer)': (text, pattern, limit) => stringList(regexOf(pattern).split(text, limit)),
  'splitByCharacterType()': (text) => stringList(splitByCategory(text, false)),
  'splitByCharacterTypeCamelCase()': (text) => stringList(splitByCategory(text, true)),
  'stripHtmlTags()': (text) => text.replace(/<!--[\s\S]*?-->|<\/?[A-Za-z!][^>]*>/g, ''),
  'swapCase()': swapCase,
  'toLowerCase()': (text) => text.toLowerCase(),
  'toLowerCase(String)': (text, locale) => text.toLocaleLowerCase(localeTag(locale)),
  'toUpperCase()': (text) => text.toUpperCase(),
  'toUpperCase(String)': (text, locale) => text.toLocaleUpperCase(localeTag(locale)),
  'trim()': trim,
  'uncapitalize()': (text) => changeFirst(text, (char) => char.toLowerCase()),
};
