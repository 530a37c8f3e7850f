import type { Token, Tokenizer } from './tokenizer.ts';

/** Parsed JSON; `end` is the offset behind a value's first token, for errors. */
export type JsonNode = { readonly end: number } & (
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, JsonNode])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

/** Reads the value that begins with `token`, the tokenizer's current one. */
export function readNode(tokenizer: Tokenizer, token: Token): JsonNode {
  const { end } = token;
  switch (token.name) {
    case 'START_OBJECT':
      return { kind: 'object', end, entries: readEntries(tokenizer) };
    case 'START_ARRAY':
      return { kind: 'array', end, items: readItems(tokenizer) };
    case 'VALUE_STRING':
    case 'FIELD_NAME':
      return { kind: 'string', end, text: token.text };
    case 'VALUE_NUMBER_INT':
    case 'VALUE_NUMBER_FLOAT':
      return { kind: 'number', end, text: token.text, isWhole: token.name === 'VALUE_NUMBER_INT' };
    case 'VALUE_TRUE':
    case 'VALUE_FALSE':
      return { kind: 'boolean', end, value: token.name === 'VALUE_TRUE' };
    case 'VALUE_NULL':
      return { kind: 'null', end };
    default:
      return tokenizer.fail(`Unexpected token ${token.name}`, end);
  }
}

/** `next` gives null only at the end of the text, where it throws inside of an object or array. */
function readEntries(tokenizer: Tokenizer): [string, JsonNode][] {
  const entries: [string, JsonNode][] = [];
  for (let name = tokenizer.next(); name && name.name !== 'END_OBJECT'; name = tokenizer.next()) {
    const value = tokenizer.next();
    if (value) entries.push([name.text, readNode(tokenizer, value)]);
  }
  return entries;
}

function readItems(tokenizer: Tokenizer): JsonNode[] {
  const items: JsonNode[] = [];
  for (let token = tokenizer.next(); token && token.name !== 'END_ARRAY'; token = tokenizer.next()) {
    items.push(readNode(tokenizer, token));
  }
  return items;
}
