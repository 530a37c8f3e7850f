/** JSON in the layout that Prettier gives it, so that no formatter has to run over emitted files. */
import { textWidth } from './width.ts';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

const maxWidth = 110;
const step = '  ';

type JsonObject = { readonly [key: string]: Json | undefined };

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !isArray(value);

/** Properties that JSON would hold: an absent value leaves its key out. */
function entriesOf(value: JsonObject): (readonly [string, Json])[] {
  return Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

/** Prettier breaks an array of several objects, or of several arrays, each of which holds more than one thing. */
function alwaysBreaks(items: readonly Json[]): boolean {
  if (items.length < 2) return false;
  return (
    items.every((item) => isObject(item) && entriesOf(item).length > 1) ||
    items.every((item) => isArray(item) && item.length > 1)
  );
}

/** Objects stay on one line only if they hold no object; that is our choice, Prettier accepts both. */
function holdsObject(value: Json): boolean {
  if (isArray(value)) return value.some((item) => isObject(item) || holdsObject(item));
  return isObject(value) && entriesOf(value).some(([, item]) => isObject(item) || holdsObject(item));
}

/** The value on one line, or undefined where it has to be broken. */
function inline(value: Json): string | undefined {
  if (isArray(value)) {
    if (alwaysBreaks(value)) return undefined;
    const items = value.map(inline);
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  if (holdsObject(value)) return undefined;
  const entries = entriesOf(value);
  if (entries.length === 0) return '{}';
  const texts = entries.map(([key, item]) => {
    const text = inline(item);
    return text === undefined ? undefined : `${JSON.stringify(key)}: ${text}`;
  });
  return texts.includes(undefined) ? undefined : `{ ${texts.join(', ')} }`;
}

const comma = (index: number, length: number): string => (index === length - 1 ? '' : ',');

/** An array or object over several lines. */
function broken(value: readonly Json[] | JsonObject, indent: string): string {
  const inner = indent + step;
  if (isArray(value)) {
    const lines = value.map((item, index) => layout(item, inner, inner, comma(index, value.length)));
    return `[\n${lines.join('\n')}\n${indent}]`;
  }
  const entries = entriesOf(value);
  const lines = entries.map(([key, item], index) =>
    layout(item, inner, `${inner}${JSON.stringify(key)}: `, comma(index, entries.length)),
  );
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** A value between what stands before and after it on its line; broken where the line would be too long. */
function layout(value: Json, indent: string, before: string, after: string): string {
  const line = inline(value);
  if (!isArray(value) && !isObject(value)) return `${before}${line}${after}`;
  const fits = line !== undefined && textWidth(before + line + after) <= maxWidth;
  return `${before}${fits ? line : broken(value, indent)}${after}`;
}

/**
 * The text of a JSON file: Prettier's layout, keys in the order given, a line break at the end. The outermost object
 * is broken even where it would fit, so that adding a key changes one line.
 */
export function jsonText(value: Json): string {
  const isFilled = isObject(value) && entriesOf(value).length > 0;
  return `${isFilled ? broken(value, '') : layout(value, '', '', '')}\n`;
}
