import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { writeValue } from './serialize.ts';
import { JsonWriter } from './writer.ts';

/** A `System.JSONGenerator`. Its methods throw `System.JSONException` for what has no place where the writer is. */
export class JsonGenerator extends PlatformObject {
  readonly #writer: JsonWriter;
  #isClosed = false;

  constructor(isPretty: boolean) {
    super();
    this.#writer = new JsonWriter(isPretty);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.JSONGenerator');
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get text(): string {
    return this.#writer.text;
  }

  /** Ends what is still open. */
  close(): void {
    while (this.#writer.depth > 0) this.#writer.end(this.#writer.isInArray ? ']' : '}');
    this.#isClosed = true;
  }

  start(bracket: '{' | '['): void {
    this.#checkValue(bracket === '{' ? 'start an object' : 'start an array');
    this.#writer.start(bracket);
  }

  end(bracket: '}' | ']'): void {
    this.#checkOpen();
    const [wanted, fits] =
      bracket === ']' ? ['an ARRAY', this.#writer.isInArray] : ['an object', this.#writer.isInObject];
    if (!fits) this.#fail(`Current context not ${wanted} but ${this.#contextName()}`);
    this.#writer.end(bracket);
  }

  name(name: string): void {
    this.#checkOpen();
    if (!this.#writer.expectsName) this.#fail('Can not write a field name, expecting a value');
    this.#writer.name(name);
  }

  /** `what` names the value's kind in the error. */
  value(value: Value, what: string): void {
    this.#checkValue(what);
    writeValue(this.#writer, value, false);
  }

  #checkValue(what: string): void {
    this.#checkOpen();
    if (this.#writer.expectsName) this.#fail(`Can not ${what}, expecting field name`);
  }

  #checkOpen(): void {
    if (this.#isClosed) this.#fail('The JSON generator is closed');
  }

  #contextName(): string {
    if (this.#writer.isInArray) return 'ARRAY';
    return this.#writer.isInObject ? 'OBJECT' : 'ROOT';
  }

  #fail(message: string): never {
    return throwApex('System.JSONException', message);
  }
}

/** `writeX(T)` and `writeXField(String,T)` for a method's word, its parameter types and the word of its errors. */
const VALUES: readonly (readonly [word: string, types: readonly string[], what: string])[] = [
  ['Blob', ['Blob'], 'write binary value'],
  ['Boolean', ['Boolean'], 'write boolean value'],
  ['Date', ['Date'], 'write String value'],
  ['DateTime', ['Datetime'], 'write String value'],
  ['Id', ['Id'], 'write String value'],
  ['Number', ['Decimal', 'Double', 'Integer', 'Long'], 'write number'],
  ['Object', ['Object'], 'write object'],
  ['String', ['String'], 'write String value'],
  ['Time', ['Time'], 'write String value'],
];

type Methods = Record<string, NonNullable<LibraryClass['methods']>[string]>;

function valueMethods(): Methods {
  const methods: Methods = {};
  for (const [word, types, what] of VALUES) {
    for (const type of types) {
      methods[`write${word}(${type})`] = (generator: JsonGenerator, value) => generator.value(value, what);
      methods[`write${word}Field(String,${type})`] = (generator: JsonGenerator, name, value) => {
        generator.name(name);
        generator.value(value, what);
      };
    }
  }
  return methods;
}

/** System.JSONGenerator. */
export const jsonGeneratorClass = libraryClass({
  name: 'System.JSONGenerator',
  methods: {
    'close()': (generator: JsonGenerator) => generator.close(),
    'getAsString()': (generator: JsonGenerator) => generator.text,
    'isClosed()': (generator: JsonGenerator) => generator.isClosed,
    'writeEndArray()': (generator: JsonGenerator) => generator.end(']'),
    'writeEndObject()': (generator: JsonGenerator) => generator.end('}'),
    'writeFieldName(String)': (generator: JsonGenerator, name) => generator.name(name),
    'writeNull()': (generator: JsonGenerator) => generator.value(null, 'write null value'),
    'writeNullField(String)': (generator: JsonGenerator, name) => {
      generator.name(name);
      generator.value(null, 'write null value');
    },
    'writeStartArray()': (generator: JsonGenerator) => generator.start('['),
    'writeStartObject()': (generator: JsonGenerator) => generator.start('{'),
    ...valueMethods(),
  },
});
