/**
 * The filter language.
 *
 *     expression := conjunction { OR conjunction }
 *     conjunction := negation { AND negation }
 *     negation := NOT negation | '(' expression ')' | predicate
 *     predicate := name operator 'value' | name IN ('value', …) | name IS [NOT] NULL
 *
 * Operators and the limit of IN are documented (S7, S9). That NOT binds before AND and AND before OR, the syntax of the
 * list and upper or lower case of keywords are inferred.
 */
import { invalid } from '../http/problem.ts';
import type { Comparison, Expression, Name } from './ast.ts';
import { tokensOf, type Token } from './tokens.ts';

const COMPARISONS: ReadonlySet<string> = new Set(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'LIKE']);
const MAX_LENGTH = 16_384;
const MAX_TERMS = 200;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #maxValues: number;
  #next = 0;
  #terms = 0;

  constructor(tokens: readonly Token[], maxValues: number) {
    this.#tokens = tokens;
    this.#maxValues = maxValues;
  }

  parse(): Expression {
    const expression = this.#disjunction();
    if (this.#token.kind !== 'end') throw this.#expected('AND, OR or the end');
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 };
  }

  #expected(what: string): Error {
    const { kind, text, at } = this.#token;
    const found = kind === 'end' ? 'the end' : kind === 'value' ? `'${text}'` : `"${text}"`;
    return invalid(`filter: expected ${what} but found ${found} at character ${at + 1}.`);
  }

  #isWord(word: string): boolean {
    return this.#token.kind === 'word' && this.#token.text.toUpperCase() === word;
  }

  #takeWord(word: string): boolean {
    if (!this.#isWord(word)) return false;
    this.#next += 1;
    return true;
  }

  #take(kind: Token['kind'], what: string): Token {
    const token = this.#token;
    if (token.kind !== kind) throw this.#expected(what);
    this.#next += 1;
    return token;
  }

  /** Bounds the depth of the tree, and with it the stack of everyone who walks it. */
  #countTerm(): void {
    this.#terms += 1;
    if (this.#terms > MAX_TERMS) throw invalid(`filter: more than ${MAX_TERMS} terms.`);
  }

  #disjunction(): Expression {
    let left = this.#conjunction();
    while (this.#takeWord('OR')) left = { kind: 'or', left, right: this.#conjunction() };
    return left;
  }

  #conjunction(): Expression {
    let left = this.#negation();
    while (this.#takeWord('AND')) left = { kind: 'and', left, right: this.#negation() };
    return left;
  }

  #negation(): Expression {
    this.#countTerm();
    if (this.#takeWord('NOT')) return { kind: 'not', operand: this.#negation() };
    if (this.#token.kind !== '(') return this.#predicate();
    this.#take('(', '"("');
    const inner = this.#disjunction();
    this.#take(')', '")"');
    return inner;
  }

  #predicate(): Expression {
    const { text: name, at } = this.#take('word', 'the name of a parameter');
    const operator = this.#take('word', 'an operator').text.toUpperCase();
    if (operator === 'IS') return this.#nullTest({ name, at });
    if (operator === 'IN') return { kind: 'in', name, at, values: this.#values() };
    if (COMPARISONS.has(operator)) {
      const value = this.#take('value', 'a value in single quotes').text;
      return { kind: 'compare', name, at, operator: operator as Comparison, value };
    }
    this.#next -= 1;
    throw this.#expected('EQ, NEQ, LT, LTE, GT, GTE, LIKE, IN or IS');
  }

  #nullTest(name: Name): Expression {
    const negated = this.#takeWord('NOT');
    if (!this.#takeWord('NULL')) throw this.#expected(negated ? 'NULL' : 'NULL or NOT NULL');
    return { kind: 'null', ...name, negated };
  }

  #values(): readonly string[] {
    this.#take('(', '"("');
    const values = [this.#take('value', 'a value in single quotes').text];
    while (this.#token.kind === ',') {
      this.#next += 1;
      values.push(this.#take('value', 'a value in single quotes').text);
    }
    this.#take(')', '"," or ")"');
    if (values.length > this.#maxValues) throw invalid(`filter: IN takes at most ${this.#maxValues} values.`);
    return values;
  }
}

/** Reads an expression. @throws Problem 422 saying what was expected where. */
export function parseFilter(expression: string, maxValues: number): Expression {
  if (expression.length > MAX_LENGTH) throw invalid(`filter: longer than ${MAX_LENGTH} characters.`);
  return new Parser(tokensOf(expression), maxValues).parse();
}
