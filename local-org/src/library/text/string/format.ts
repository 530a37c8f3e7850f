import { throwApex } from '../../../runtime/faults.ts';
import type { Value } from '../../library.ts';
import { stringOf } from '../stringify.ts';

/**
 * `String.format` with Java's MessageFormat: `{0}` is an argument, `''` an apostrophe, and what stands between two
 * apostrophes is taken as it is. An argument that is not there leaves its `{5}`. Each argument becomes a text once, in
 * order, whether the pattern names it or not.
 */
export function formatMessage(pattern: string, values: readonly Value[]): string {
  const texts = values.map(stringOf);
  let result = '';
  let isQuoted = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "'" && pattern[at + 1] === "'") {
      result += "'";
      at += 1;
    } else if (char === "'") isQuoted = !isQuoted;
    else if (char === '{' && !isQuoted) {
      const end = pattern.indexOf('}', at);
      if (end < 0) throwApex('System.StringException', 'Unmatched braces in the pattern.');
      result += argument(pattern.slice(at + 1, end), texts);
      at = end;
    } else result += char;
  }
  return result;
}

function argument(name: string, texts: readonly string[]): string {
  const number = name.trim();
  if (!/^\d+$/.test(number)) throwApex('System.StringException', `can't parse argument number: ${name}`);
  return texts[Number(number)] ?? `{${Number(number)}}`;
}
