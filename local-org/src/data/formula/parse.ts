/** The syntax tree of a formula. Operators are calls by their sign: `+`, `&&`, `<>`. Names of functions are in capitals. */
export type Formula =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** `Amount__c`, `Account__r.Owner.Name`, `$User.Id`. */
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Formula[] };

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<text>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(?<name>\$?[A-Za-z_][\w]*(?:\s*\.\s*[A-Za-z_]\w*)*)|(?<sign><>|<=|>=|==|!=|&&|\|\||[-+*/^&=<>!(),])/y;
const LEVELS: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '==': 3,
  '<>': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '&': 5,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 7,
};
const UNARY_LEVEL = 8;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

/** Parses a formula. Throws an Error that says what is unexpected. */
export function parseFormula(text: string): Formula {
  return new FormulaParser(tokenise(text)).whole();
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`The formula has an unexpected "${text.slice(at, at + 10)}".`);
    for (const kind of ['number', 'text', 'name', 'sign'] as const) {
      const found = match.groups?.[kind];
      if (found !== undefined) tokens.push({ kind, text: found });
    }
  }
  tokens.push({ kind: 'end', text: 'end' });
  return tokens;
}

class FormulaParser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#expression(0);
    if (this.#token.kind !== 'end') this.#unexpected();
    return formula;
  }

  get #token(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #next(): Token {
    return this.#tokens[this.#at++] as Token;
  }

  #expression(minimum: number): Formula {
    let left = this.#operand();
    for (;;) {
      const sign = this.#token.kind === 'sign' ? this.#token.text : '';
      const level = LEVELS[sign];
      if (level === undefined || level <= minimum) return left;
      this.#at++;
      left = { kind: 'call', name: sign, arguments: [left, this.#expression(level)] };
    }
  }

  #operand(): Formula {
    const token = this.#next();
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'literal', value: unescape(token.text.slice(1, -1)) };
    if (token.kind === 'name') return this.#named(token.text.replace(/\s/g, ''));
    if (token.text === '(') {
      const inner = this.#expression(0);
      this.#expect(')');
      return inner;
    }
    if (token.text === '-')
      return { kind: 'call', name: 'NEGATE', arguments: [this.#expression(UNARY_LEVEL)] };
    if (token.text === '+') return this.#expression(UNARY_LEVEL);
    if (token.text === '!') return { kind: 'call', name: 'NOT', arguments: [this.#expression(UNARY_LEVEL)] };
    this.#at--;
    return this.#unexpected();
  }

  #named(name: string): Formula {
    if (this.#token.text === '(' && this.#token.kind === 'sign') return this.#call(name.toUpperCase());
    if (/^true$/i.test(name)) return { kind: 'literal', value: true };
    if (/^false$/i.test(name)) return { kind: 'literal', value: false };
    if (/^null$/i.test(name)) return { kind: 'literal', value: null };
    return { kind: 'name', path: name.split('.') };
  }

  #call(name: string): Formula {
    this.#expect('(');
    const found: Formula[] = [];
    while (this.#token.text !== ')' || this.#token.kind !== 'sign') {
      if (found.length > 0) this.#expect(',');
      found.push(this.#expression(0));
    }
    this.#at++;
    return { kind: 'call', name, arguments: found };
  }

  #expect(sign: string): void {
    if (this.#token.kind !== 'sign' || this.#token.text !== sign) this.#unexpected();
    this.#at++;
  }

  #unexpected(): never {
    throw new Error(`The formula has an unexpected "${this.#token.text}".`);
  }
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, mark: string) => ESCAPES[mark] ?? mark);
}
