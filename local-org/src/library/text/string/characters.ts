/*
 * The kinds of characters that String's methods ask for. `null` arguments never arrive here.
 */

/** Java's `Character.isWhitespace`: no-break spaces are none. */
export const WHITESPACE =
  '\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000';

const BLANK = new RegExp(`^[${WHITESPACE}]*$`);
const ALL_WHITESPACE = new RegExp(`[${WHITESPACE}]+`, 'g');

export function isBlank(text: string | null): boolean {
  return text === null || BLANK.test(text);
}

export function deleteWhitespace(text: string): string {
  return text.replace(ALL_WHITESPACE, '');
}

/** One blank for each run of whitespace, none at the ends. */
export function normalizeSpace(text: string): string {
  return text.replace(new RegExp(`[${WHITESPACE}\\xA0]+`, 'g'), ' ').replace(/^ | $/g, '');
}

/** Java's `trim`: everything up to the blank. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return text.slice(start, end);
}

/** Tests that look at every character. The empty text has letters in none and blanks in all. */
export const characterTests: Readonly<Record<string, (text: string) => boolean>> = {
  'containsWhitespace()': (text) => new RegExp(`[${WHITESPACE}]`).test(text),
  'isAllLowerCase()': (text) => /^\p{Ll}+$/u.test(text),
  'isAllUpperCase()': (text) => /^\p{Lu}+$/u.test(text),
  'isAlpha()': (text) => /^\p{L}+$/u.test(text),
  'isAlphaSpace()': (text) => /^[\p{L} ]*$/u.test(text),
  'isAlphanumeric()': (text) => /^[\p{L}\p{Nd}]+$/u.test(text),
  'isAlphanumericSpace()': (text) => /^[\p{L}\p{Nd} ]*$/u.test(text),
  'isAsciiPrintable()': (text) => /^[\x20-\x7E]*$/.test(text),
  'isNumeric()': (text) => /^\p{Nd}+$/u.test(text),
  'isNumericSpace()': (text) => /^[\p{Nd} ]*$/u.test(text),
  'isWhitespace()': (text) => BLANK.test(text),
};

const CATEGORIES = [
  'Lu',
  'Ll',
  'Lt',
  'Lm',
  'Lo',
  'Mn',
  'Me',
  'Mc',
  'Nd',
  'Nl',
  'No',
  'Zs',
  'Zl',
  'Zp',
  'Cc',
  'Cf',
  'Co',
  'Cs',
  'Pd',
  'Ps',
  'Pe',
  'Pc',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
  'Pi',
  'Pf',
].map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')] as const);

function category(char: string): string {
  return CATEGORIES.find(([, pattern]) => pattern.test(char))?.[0] ?? 'Cn';
}

/** Runs of characters of one Unicode category. `camelCase`: a capital goes with the small letters after it. */
export function splitByCategory(text: string, camelCase: boolean): string[] {
  const runs: { readonly kind: string; text: string }[] = [];
  for (const char of text) {
    const kind = category(char);
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += char;
    else if (camelCase && kind === 'Ll' && last?.kind === 'Lu')
      runs.push({ kind, text: takeLast(last) + char });
    else runs.push({ kind, text: char });
  }
  return runs.map((run) => run.text).filter((part) => part !== '');
}

function takeLast(run: { text: string }): string {
  const last = run.text.slice(-1);
  run.text = run.text.slice(0, -1);
  return last;
}
