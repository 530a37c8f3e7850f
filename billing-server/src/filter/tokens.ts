/** Cuts a filter expression into tokens. */
import { invalid } from '../http/problem.ts';

export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'value'; readonly text: string; readonly at: number }
  | { readonly kind: '(' | ')' | ','; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly text: string; readonly at: number };

/** A quote inside a value is doubled. @inferred not documented */
const TOKEN = /\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)|'(?<value>(?:[^']|'')*)'|(?<mark>[(),]))/suy;

/** All tokens, ending with `end`. @throws Problem 422 with the place of what is wrong. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(expression);
    if (!match) break;
    at = TOKEN.lastIndex;
    const { word, value, mark } = match.groups ?? {};
    if (word !== undefined) tokens.push({ kind: 'word', text: word, at: at - word.length });
    else if (value !== undefined)
      tokens.push({ kind: 'value', text: value.replaceAll("''", "'"), at: at - value.length - 2 });
    else tokens.push({ kind: mark as '(' | ')' | ',', text: mark ?? '', at: at - 1 });
  }
  const rest = expression.slice(at).trim();
  if (rest === '') return [...tokens, { kind: 'end', text: '', at: expression.length }];
  const place = expression.length - expression.slice(at).trimStart().length + 1;
  const what = rest.startsWith("'") ? 'A quote is not closed' : `"${rest.slice(0, 1)}" is not expected`;
  throw invalid(`filter: ${what} at character ${place}.`);
}
