import { throwApex } from '../../runtime/faults.ts';

/** The constants of `System.JSONToken`. */
export type TokenName =
  | 'END_ARRAY'
  | 'END_OBJECT'
  | 'FIELD_NAME'
  | 'NOT_AVAILABLE'
  | 'START_ARRAY'
  | 'START_OBJECT'
  | 'VALUE_EMBEDDED_OBJECT'
  | 'VALUE_FALSE'
  | 'VALUE_NULL'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_STRING'
  | 'VALUE_TRUE';

export interface Token {
  readonly name: TokenName;
  /** The decoded text of a string or field name; else as written. */
  readonly text: string;
  /** Offset behind the token. */
  readonly end: number;
}

interface Level {
  readonly kind: 'OBJECT' | 'ARRAY';
  readonly start: number;
  /** Values or fields so far. */
  count: number;
  /** Of an object: a field's name was read and its value is due. */
  awaitsValue: boolean;
  fieldName: string | null;
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
/** A string without escapes, behind its first quote. */

const PLAIN = /[^"\\\u0000-\u001f]*"/y;
const WORD = /[A-Za-z0-9_$]*/y;
const WORDS: Readonly<Record<string, TokenName>> = {
  true: 'VALUE_TRUE',
  false: 'VALUE_FALSE',
  null: 'VALUE_NULL',
};
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const EXPECTED_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

/** Reads JSON token by token and throws `System.JSONException` with the place, in the platform's words. */
export class Tokenizer {
  readonly #text: string;
  readonly #levels: Level[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Open objects and arrays. */
  get depth(): number {
    return this.#levels.length;
  }

  /** The name of the field that `token`, the latest one, is or belongs to; null outside of objects. */
  fieldNameOf(token: Token): string | null {
    // An object or array that has just begun is the value of a field outside of itself.
    const isStart = token.name === 'START_OBJECT' || token.name === 'START_ARRAY';
    return this.#levels.at(isStart ? -2 : -1)?.fieldName ?? null;
  }

  /** The next token, or null at the end of the text. */
  next(): Token | null {
    this.#skipSpace();
    if (this.#at >= this.#text.length) return this.#atEnd();
    const level = this.#levels.at(-1);
    if (!level) return this.#value();
    return level.kind === 'ARRAY' ? this.#inArray(level) : this.#inObject(level);
  }

  /** Throws `System.JSONException: message at [line:1, column:2]`, the column being behind `end`. */
  fail(message: string, end = this.#at): never {
    return throwApex('System.JSONException', `${message} at ${this.place(end)}`);
  }

  /** `[line:1, column:2]` */
  place(end: number): string {
    const before = this.#text.slice(0, end);
    const row = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    return `[line:${line}, column:${end - row + 1}]`;
  }

  #atEnd(): null {
    const level = this.#levels.at(-1);
    if (!level) return null;
    const marker = `expected close marker for ${level.kind} (from ${this.place(level.start)})`;
    return this.fail(`Unexpected end-of-input: ${marker}`);
  }

  #inArray(level: Level): Token {
    if (this.#text[this.#at] === ']') return this.#close('END_ARRAY', ']');
    if (level.count > 0) this.#separator(level);
    level.count += 1;
    return this.#value();
  }

  #inObject(level: Level): Token {
    if (level.awaitsValue) {
      level.awaitsValue = false;
      return this.#value();
    }
    if (this.#text[this.#at] === '}') return this.#close('END_OBJECT', '}');
    if (level.count > 0) this.#separator(level);
    level.count += 1;
    if (this.#text[this.#at] !== '"') this.#unexpected('was expecting double-quote to start field name');
    const token = this.#string('FIELD_NAME');
    this.#skipSpace();
    if (this.#text[this.#at] !== ':')
      this.#unexpected('was expecting a colon to separate field name and value');
    this.#at += 1;
    level.fieldName = token.text;
    level.awaitsValue = true;
    return token;
  }

  #separator(level: Level): void {
    if (this.#text[this.#at] !== ',')
      this.#unexpected(`was expecting comma to separate ${level.kind} entries`);
    this.#at += 1;
    this.#skipSpace();
  }

  #close(name: TokenName, text: string): Token {
    this.#levels.pop();
    this.#at += 1;
    return { name, text, end: this.#at };
  }

  #value(): Token {
    this.#skipSpace();
    const character = this.#text[this.#at];
    if (character === '{') return this.#open('START_OBJECT', 'OBJECT', '{');
    if (character === '[') return this.#open('START_ARRAY', 'ARRAY', '[');
    if (character === '"') return this.#string('VALUE_STRING');
    if (character !== undefined && '-0123456789'.includes(character)) return this.#number();
    if (character === 't' || character === 'f' || character === 'n') return this.#word();
    return this.#unexpected(EXPECTED_VALUE);
  }

  #open(name: TokenName, kind: Level['kind'], text: string): Token {
    this.#at += 1;
    this.#levels.push({ kind, start: this.#at - 1, count: 0, awaitsValue: false, fieldName: null });
    return { name, text, end: this.#at };
  }

  #number(): Token {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (!match) {
      this.#at += 1;
      return this.#unexpected('expected digit (0-9) to follow minus sign, for valid numeric value');
    }
    this.#at += match[0].length;
    if (/\d/.test(this.#text[this.#at] ?? ''))
      this.fail('Invalid numeric value: Leading zeroes not allowed', this.#at);
    const isFloat = match[1] !== undefined || match[2] !== undefined;
    return { name: isFloat ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: match[0], end: this.#at };
  }

  #word(): Token {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    this.#at += word.length;
    const name = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    return name
      ? { name, text: word, end: this.#at }
      : this.fail(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN`);
  }

  #string(name: TokenName): Token {
    PLAIN.lastIndex = this.#at + 1;
    const plain = PLAIN.exec(this.#text)?.[0];
    if (plain === undefined) return this.#escapedString(name);
    this.#at = PLAIN.lastIndex;
    return { name, text: plain.slice(0, -1), end: this.#at };
  }

  #escapedString(name: TokenName): Token {
    let text = '';
    let from = this.#at + 1;
    for (let at = from; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '"') {
        this.#at = at + 1;
        return { name, text: text + this.#text.slice(from, at), end: this.#at };
      }
      if (character === '\\') {
        text += this.#text.slice(from, at);
        this.#at = at + 1;
        text += this.#escape();
        at = this.#at - 1;
        from = this.#at;
      } else if (character !== undefined && character < ' ') {
        this.#at = at + 1;
        const code = character.charCodeAt(0);
        const reason = 'has to be escaped using backslash to be included in string value';
        this.fail(`Illegal unquoted character ((CTRL-CHAR, code ${code})): ${reason}`);
      }
    }
    this.#at = this.#text.length;
    return this.fail('Unexpected end-of-input: was expecting closing quote for a string value');
  }

  /** Reads what follows a backslash. */
  #escape(): string {
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    if (character === 'u') {
      const digits = this.#text.slice(this.#at, this.#at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits))
        this.#unexpected('expected a hex-digit for character escape sequence');
      this.#at += 4;
      return String.fromCharCode(parseInt(digits, 16));
    }
    const escaped = Object.hasOwn(ESCAPES, character) ? ESCAPES[character] : undefined;
    return escaped ?? this.fail(`Unrecognized character escape ${describe(character)}`);
  }

  #unexpected(expectation: string): never {
    const character = this.#text[this.#at];
    if (character === undefined) return this.fail(`Unexpected end-of-input: ${expectation}`);
    return this.fail(`Unexpected character (${describe(character)}): ${expectation}`, this.#at + 1);
  }

  #skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }
}

/** Space, tab, line feed and carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** `'x' (code 120)` */
function describe(character: string): string {
  return `'${character}' (code ${character.charCodeAt(0)})`;
}
