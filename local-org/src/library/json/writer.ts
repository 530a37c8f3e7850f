/** Writes JSON text, plain or in the layout of `JSON.serializePretty`: `"name" : value`, two spaces, arrays inline. */
export class JsonWriter {
  readonly #isPretty: boolean;
  readonly #levels: { readonly isArray: boolean; count: number }[] = [];
  #text = '';
  #awaitsValue = false;

  constructor(isPretty: boolean) {
    this.#isPretty = isPretty;
  }

  get text(): string {
    return this.#text;
  }

  get depth(): number {
    return this.#levels.length;
  }

  /** In an object, not behind a name: a name or the object's end is due. */
  get expectsName(): boolean {
    return this.#levels.at(-1)?.isArray === false && !this.#awaitsValue;
  }

  get isInArray(): boolean {
    return this.#levels.at(-1)?.isArray === true;
  }

  get isInObject(): boolean {
    return this.#levels.at(-1)?.isArray === false;
  }

  start(bracket: '{' | '['): void {
    this.#beforeValue();
    this.#text += bracket;
    this.#levels.push({ isArray: bracket === '[', count: 0 });
  }

  end(bracket: '}' | ']'): void {
    const level = this.#levels.pop();
    if (this.#isPretty) this.#text += bracket === ']' || level?.count === 0 ? ' ' : this.#newLine();
    this.#text += bracket;
  }

  name(name: string): void {
    const level = this.#levels.at(-1);
    if (level && level.count++ > 0) this.#text += ',';
    if (this.#isPretty) this.#text += this.#newLine();
    this.#text += quote(name) + (this.#isPretty ? ' : ' : ':');
    this.#awaitsValue = true;
  }

  /** Text that is JSON already: a number, `true`, `null`. */
  raw(text: string): void {
    this.#beforeValue();
    this.#text += text;
  }

  string(text: string): void {
    this.raw(quote(text));
  }

  #beforeValue(): void {
    const level = this.#levels.at(-1);
    if (level?.isArray) {
      if (level.count++ > 0) this.#text += ',';
      if (this.#isPretty) this.#text += ' ';
    }
    this.#awaitsValue = false;
  }

  #newLine(): string {
    // Arrays stay on their line, so only objects indent.
    return `\n${'  '.repeat(this.#levels.filter((level) => !level.isArray).length)}`;
  }
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const ESCAPED = /["\\\u0000-\u001f]/g;

/** A text with its quotes and escapes. */
export function quote(text: string): string {
  // `search` ignores the flag g, so the pattern has no state here.
  if (text.search(ESCAPED) < 0) return `"${text}"`;
  return `"${text.replace(ESCAPED, (character) => SHORT[character] ?? unicode(character))}"`;
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
