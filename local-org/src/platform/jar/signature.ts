/** A type as the JVM's generic signatures write it. */
export type JavaType =
  | { readonly kind: 'class'; readonly name: string; readonly arguments: readonly JavaType[] }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'array'; readonly element: JavaType }
  | { readonly kind: 'void' }
  /** `int`, `boolean`, ...: its letter. */
  | { readonly kind: 'base'; readonly letter: string };

export interface MethodSignature {
  readonly parameters: readonly JavaType[];
  readonly returnType: JavaType;
}

export interface ClassSignature {
  readonly typeParameters: readonly string[];
  readonly superType: JavaType;
  readonly interfaces: readonly JavaType[];
}

/** Reads a field's signature or descriptor, e.g. `Lcom/acme/List<TT;>;`. */
export function parseTypeSignature(text: string): JavaType {
  return new Reader(text).type();
}

/** Reads a method's signature or descriptor, e.g. `(ITT;)V`. */
export function parseMethodSignature(text: string): MethodSignature {
  const reader = new Reader(text);
  reader.typeParameters();
  reader.expect('(');
  const parameters: JavaType[] = [];
  while (!reader.take(')')) parameters.push(reader.type());
  return { parameters, returnType: reader.type() };
}

/** Reads a class's signature, e.g. `<T:Ljava/lang/Object;>Ljava/lang/Object;Lcom/acme/Iterable<TT;>;`. */
export function parseClassSignature(text: string): ClassSignature {
  const reader = new Reader(text);
  const typeParameters = reader.typeParameters();
  const superType = reader.type();
  const interfaces: JavaType[] = [];
  while (!reader.atEnd) interfaces.push(reader.type());
  return { typeParameters, superType, interfaces };
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  expect(character: string): void {
    if (!this.take(character))
      throw new Error(`Expected ${character} at ${this.#at} of the signature ${this.#text}.`);
  }

  type(): JavaType {
    const letter = this.#text[this.#at++] ?? '';
    if (letter === 'L') return this.#classType();
    if (letter === 'T') return { kind: 'parameter', name: this.#until(';') };
    if (letter === '[') return { kind: 'array', element: this.type() };
    if (letter === 'V') return { kind: 'void' };
    if ('BCDFIJSZ'.includes(letter)) return { kind: 'base', letter };
    throw new Error(`Unknown type ${letter} at ${this.#at} of the signature ${this.#text}.`);
  }

  /** `<T:Ljava/lang/Object;U::Lcom/acme/Face;>`; the bounds are of no use to Apex. */
  typeParameters(): string[] {
    const names: string[] = [];
    if (!this.take('<')) return names;
    while (!this.take('>')) {
      names.push(this.#until(':'));
      if (this.#text[this.#at] !== ':') this.type();
      while (this.take(':')) this.type();
    }
    return names;
  }

  #classType(): JavaType {
    let name = '';
    let typeArguments: JavaType[] = [];
    for (;;) {
      const character = this.#text[this.#at++];
      if (character === ';') return { kind: 'class', name, arguments: typeArguments };
      if (character === '<') typeArguments = this.#typeArguments();
      else name += character === '.' ? '$' : (character ?? '');
      if (character === undefined) throw new Error(`The signature ${this.#text} has no end.`);
    }
  }

  #typeArguments(): JavaType[] {
    const types: JavaType[] = [];
    while (!this.take('>')) {
      if (this.take('*')) types.push({ kind: 'class', name: 'java/lang/Object', arguments: [] });
      else {
        if (!this.take('+')) this.take('-');
        types.push(this.type());
      }
    }
    return types;
  }

  #until(end: string): string {
    const from = this.#at;
    this.#at = this.#text.indexOf(end, from) + 1;
    return this.#text.slice(from, this.#at - 1);
  }
}
