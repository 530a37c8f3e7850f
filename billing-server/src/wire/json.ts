/** JSON of requests, without losing digits of long decimals. */
import { malformed } from '../http/problem.ts';

/** A number that a double may not hold exactly has at least this many digits. */
const LONG_NUMBER = /[\d.]{16,}/;
const MAX_DEPTH = 40;

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Long numbers stay texts; the contract takes texts wherever it takes decimals. */
const keepLongNumbers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && LONG_NUMBER.test(source) ? source : value;

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

/** Parses a body. @throws Problem 400 */
export function parseJson(text: string): unknown {
  // Bodies nest a few levels; a million brackets are an attack on the stack of whoever walks the value.
  if (depthOf(text) > MAX_DEPTH) throw malformed(`The body is nested more than ${MAX_DEPTH} levels deep.`);
  try {
    return LONG_NUMBER.test(text)
      ? JSON.parse(text, keepLongNumbers as Parameters<typeof JSON.parse>[1])
      : JSON.parse(text);
  } catch {
    throw malformed('The body is not valid JSON.');
  }
}
