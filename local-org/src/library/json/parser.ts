import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { enumValue, type EnumValue } from '../../values/enum.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import type { TypeValue } from '../objects/type-value.ts';
import { Reader } from './deserialize.ts';
import { readNode } from './node.ts';
import { SCALAR_READERS } from './scalars.ts';
import { Tokenizer, type Token, type TokenName } from './tokenizer.ts';

/** A `System.JSONParser`. */
export class JsonParser extends PlatformObject {
  readonly #tokenizer: Tokenizer;
  #token: Token | null = null;
  #cleared: Token | null = null;

  constructor(text: string) {
    super();
    this.#tokenizer = new Tokenizer(text);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.JSONParser');
  }

  get token(): TokenName | null {
    return this.#token?.name ?? null;
  }

  get lastCleared(): TokenName | null {
    return this.#cleared?.name ?? null;
  }

  get text(): string | null {
    return this.#token?.text ?? null;
  }

  get fieldName(): string | null {
    return this.#token && this.#tokenizer.fieldNameOf(this.#token);
  }

  /** Moves on and gives the token, null at the end. Throws `System.JSONException`. */
  next(): TokenName | null {
    this.#token = this.#tokenizer.next();
    return this.token;
  }

  /** As `next`, but goes from a field's name to its value. */
  nextValue(): TokenName | null {
    return this.next() === 'FIELD_NAME' ? this.next() : this.token;
  }

  clear(): void {
    this.#cleared = this.#token ?? this.#cleared;
    this.#token = null;
  }

  /** Moves from the start of an object or array to its end. */
  skipChildren(): void {
    if (this.token !== 'START_OBJECT' && this.token !== 'START_ARRAY') return;
    const outside = this.#tokenizer.depth - 1;
    while (this.#tokenizer.depth > outside) this.next();
  }

  /** Reads the value that begins at the current token, or at the next when there is none yet. */
  readValue(type: RuntimeType, isStrict: boolean): Value {
    if (!this.#token) this.next();
    const token = this.#token;
    if (!token) return this.#fail('No content to map to Object due to end of input');
    const value: Value = new Reader(this.#tokenizer, isStrict).read(readNode(this.#tokenizer, token), type);
    if (token.name === 'START_OBJECT') this.#token = { name: 'END_OBJECT', text: '}', end: token.end };
    if (token.name === 'START_ARRAY') this.#token = { name: 'END_ARRAY', text: ']', end: token.end };
    return value;
  }

  /** A scalar token as a value of a primitive. Throws `System.JSONException` when it is not one. */
  scalar(type: string): Value {
    const text = this.text;
    const value: Value = text === null ? null : (SCALAR_READERS[type]?.(text) ?? null);
    return value ?? this.#fail(`Current token (${this.token}) is no ${type}: ${text}`);
  }

  boolean(): boolean {
    if (this.token === 'VALUE_TRUE' || this.token === 'VALUE_FALSE') return this.token === 'VALUE_TRUE';
    return this.#fail(`Current token (${this.token}) not of boolean type`);
  }

  /** The text of a number token. */
  numberText(): string {
    if (this.token === 'VALUE_NUMBER_INT' || this.token === 'VALUE_NUMBER_FLOAT') return this.text ?? '';
    return this.#fail(`Current token (${this.token}) not numeric, can not use numeric value accessors`);
  }

  /** A whole number; digits behind the point are cut off. Throws `System.JSONException` when `size` bits can't hold it. */
  whole(size: 32 | 64): bigint {
    const text = this.numberText();
    const value = Decimal.of(text).truncate();
    if (value === BigInt.asIntN(size, value)) return value;
    return this.#fail(`Numeric value (${text}) out of range of ${size === 32 ? 'int' : 'long'}`);
  }

  #fail(message: string): never {
    if (this.#token) return this.#tokenizer.fail(message);
    return throwApex('System.JSONException', message);
  }
}

function token(name: TokenName | null): EnumValue | null {
  return name && enumValue(currentTransaction().program.type('System.JSONToken'), name);
}

/** System.JSONParser. */
export const jsonParserClass = libraryClass({
  name: 'System.JSONParser',
  methods: {
    'clearCurrentToken()': (parser: JsonParser) => parser.clear(),
    'getBlobValue()': (parser: JsonParser) => parser.scalar('Blob'),
    'getBooleanValue()': (parser: JsonParser) => parser.boolean(),
    'getCurrentName()': (parser: JsonParser) => parser.fieldName,
    'getCurrentToken()': (parser: JsonParser) => token(parser.token),
    'getDateTimeValue()': (parser: JsonParser) => parser.scalar('Datetime'),
    'getDateValue()': (parser: JsonParser) => parser.scalar('Date'),
    'getDecimalValue()': (parser: JsonParser) => Decimal.of(parser.numberText()),
    'getDoubleValue()': (parser: JsonParser) => new ApexDouble(Number(parser.numberText())),
    'getIdValue()': (parser: JsonParser) => parser.scalar('Id'),
    'getIntegerValue()': (parser: JsonParser) => Number(parser.whole(32)),
    'getLastClearedToken()': (parser: JsonParser) => token(parser.lastCleared),
    'getLongValue()': (parser: JsonParser) => parser.whole(64),
    'getText()': (parser: JsonParser) => parser.text,
    'getTimeValue()': (parser: JsonParser) => parser.scalar('Time'),
    'hasCurrentToken()': (parser: JsonParser) => parser.token !== null,
    'nextToken()': (parser: JsonParser) => token(parser.next()),
    'nextValue()': (parser: JsonParser) => token(parser.nextValue()),
    'readValueAs(Type)': (parser: JsonParser, type: TypeValue) => parser.readValue(type.type, false),
    'readValueAsStrict(Type)': (parser: JsonParser, type: TypeValue) => parser.readValue(type.type, true),
    'skipChildren()': (parser: JsonParser) => parser.skipChildren(),
  },
});
