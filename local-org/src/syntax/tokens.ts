import { ApexLexer } from '@apexdevtools/apex-parser';
import type { ApexToken } from '@apexdevtools/apex-parser';

/** Names that `(Name) - x` casts to. Any other name in parentheses before a sign is a value. */
const SIGNED_TYPES = new Set(['integer', 'long', 'double', 'decimal', 'object']);

/** Corrects what the grammar's lexer reads otherwise than Apex does. Changes the tokens in place. */
export function repairTokens(tokens: ApexToken[]): void {
  joinNumbers(tokens);
  const visible = tokens.filter((token) => token.channel === 0);
  visible.forEach((token, index) => {
    if (token.type === ApexLexer.LPAREN) readAsValue(visible, index + 1);
    if (token.type === ApexLexer.LBRACE) joinBrackets(visible, index - 1);
  });
}

/**
 * The grammar has no lists of lists written as `new Integer[][]{ }`: but for one, their brackets are hidden from it.
 * The one that stays begins where the first one does, so that its text tells how many there are (`creation.ts`).
 */
function joinBrackets(tokens: readonly ApexToken[], last: number): void {
  let first = last - 1;
  while (isPair(tokens, first - 2) && isPair(tokens, first)) first -= 2;
  if (first === last - 1) return;
  const kept = tokens[first]!;
  kept.stop = tokens[last - 1]!.stop;
  for (const hidden of tokens.slice(first + 1, last)) hidden.channel = 1;
}

function isPair(tokens: readonly ApexToken[], at: number): boolean {
  return tokens[at]?.type === ApexLexer.LBRACK && tokens[at + 1]?.type === ApexLexer.RBRACK;
}

/** `1d` comes as the integer 1 and the name d; the currency `USD5.5` as `USD5` and the number `.5`. */
function joinNumbers(tokens: ApexToken[]): void {
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (next?.start !== token.stop + 1 || !(isDouble(token, next) || isCurrency(token, next))) return;
    if (token.type === ApexLexer.IntegerLiteral) token.type = ApexLexer.NumberLiteral;
    token.stop = next.stop;
    next.channel = 1;
  });
}

function isDouble(token: ApexToken, next: ApexToken): boolean {
  const isLetter = next.type === ApexLexer.Identifier && next.text.toLowerCase() === 'd';
  return isLetter && token.type === ApexLexer.IntegerLiteral;
}

function isCurrency(token: ApexToken, next: ApexToken): boolean {
  return token.type === ApexLexer.IntegralCurrencyLiteral && /^\.\d+$/.test(next.text);
}

/**
 * `(a) - b` is read as a cast of `-b` to the type a. A `this` is never a type, so the name is made one; its text
 * stays, and by it `primary.ts` tells it from a real `this`.
 */
function readAsValue(tokens: readonly ApexToken[], first: number): void {
  const name = tokens[first];
  if (name?.type !== ApexLexer.Identifier || SIGNED_TYPES.has(name.text.toLowerCase())) return;
  let next = first + 1;
  while (tokens[next]?.type === ApexLexer.DOT && tokens[next + 1]?.type === ApexLexer.Identifier) next += 2;
  const sign = tokens[next + 1]?.type;
  if (tokens[next]?.type !== ApexLexer.RPAREN) return;
  if (sign === ApexLexer.ADD || sign === ApexLexer.SUB) name.type = ApexLexer.THIS;
}
