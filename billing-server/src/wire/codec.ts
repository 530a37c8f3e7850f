/**
 * Between records and the wire, driven by the contract's schemas.
 *
 * A record holds ids and decimals as texts and instants in UTC. Encoding writes decimals as JSON numbers with all their
 * digits and instants in the tenant's zone, and leaves out what the contract does not know. Decoding brings what callers
 * may write in several forms to the one form of records and drops what a caller may not set; it leaves wrong values
 * alone, for the validator to name.
 */
import { definitionName, type Schema } from '../contract/contract.ts';
import { parseDay, type TenantZone } from '../clock/zone.ts';
import { amountOf } from '../money/decimal.ts';

/** What the wire looks like besides the contract. */
export interface WireSettings {
  readonly zone: TenantZone;
  /** Older responses have them. @documented S61, S15 */
  readonly milliseconds: boolean;
}

/** Which entities inside a record are written whole. @documented S4, S5 */
export interface View {
  readonly full: boolean;
  readonly expand: ReadonlySet<string>;
}

export const FULL: View = { full: true, expand: new Set() };

/** A collection inside a record has at most so many members. @documented S6 */
const MAX_MEMBERS = 50;
const MAX_INTEGER_DIGITS = 18;
const MAX_FRACTION_DIGITS = 20;
const DECIMAL = /^-?(\d+)(?:\.(\d+))?$/;

type Plain = Readonly<Record<string, unknown>>;

/** One type in both directions. */
interface Codec {
  /** Whether the value is another entity, or a list of entities. */
  readonly entity: 'one' | 'many' | undefined;
  encode(value: unknown, brief: boolean): string;
  decode(value: unknown): unknown;
}

interface PropertyCodec {
  readonly name: string;
  readonly start: string;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly codec: Codec;
}

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const allowsNull = ({ type, anyOf, enum: values }: Schema): boolean =>
  (Array.isArray(type) && type.includes('null')) ||
  (anyOf?.some((one) => one.type === 'null') ?? false) ||
  (values?.includes(null) ?? false);

const withoutNull = (schema: Schema): Schema => schema.anyOf?.find((one) => one.type !== 'null') ?? schema;

const scalar = (encode: (value: unknown) => string, decode: (value: unknown) => unknown): Codec => ({
  entity: undefined,
  encode,
  decode,
});

const anything = scalar(
  (value) => JSON.stringify(value),
  (value) => value,
);

const id = scalar(
  (value) => JSON.stringify(String(value)),
  (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value),
);

/** Requests may quote a decimal. @documented S35 */
function decodeDecimal(value: unknown): unknown {
  const text = typeof value === 'number' && Number.isFinite(value) ? amountOf(value).toFixed() : value;
  const parts = typeof text === 'string' ? DECIMAL.exec(text) : null;
  if (!parts) return value;
  const [, whole = '', fraction = ''] = parts;
  const fits = whole.length <= MAX_INTEGER_DIGITS && fraction.length <= MAX_FRACTION_DIGITS;
  // What does not fit is no decimal of this API; an object can't be mistaken for one by the validator.
  return fits ? text : { outOfRange: true };
}

const decimal = scalar((value) => {
  const text = String(value);
  return DECIMAL.test(text) ? text : 'null';
}, decodeDecimal);

/** One request sample quotes a boolean. @documented S16 */
const boolean = scalar(
  (value) => String(value === true),
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
);

const day = scalar(
  (value) => JSON.stringify(value),
  (value) => (typeof value === 'string' ? (parseDay(value) ?? value) : value),
);

function listOf(items: Codec): Codec {
  return {
    entity: items.entity && 'many',
    encode(value, brief) {
      if (!Array.isArray(value)) return '[]';
      const members = items.entity ? value.slice(0, MAX_MEMBERS) : value;
      return `[${members.map((one) => items.encode(one, brief)).join(',')}]`;
    },
    decode: (value) => (Array.isArray(value) ? value.map((one) => items.decode(one)) : value),
  };
}

/** How much of a property is written. */
type Form = 'whole' | 'brief' | 'leave out';

/** The short form of an entity: its id and what the contract requires. */
const onlyNeeded = ({ name, required }: PropertyCodec): Form =>
  required || name === 'id' ? 'whole' : 'leave out';

/** An object type; its properties are compiled on first use, because types refer to themselves. */
class ObjectCodec implements Codec {
  readonly entity = 'one';
  readonly #compile: () => readonly PropertyCodec[];
  #properties: readonly PropertyCodec[] | undefined;

  constructor(compile: () => readonly PropertyCodec[]) {
    this.#compile = compile;
  }

  get properties(): readonly PropertyCodec[] {
    return (this.#properties ??= this.#compile());
  }

  encode(value: unknown, brief: boolean): string {
    return this.#write(value, brief ? onlyNeeded : undefined);
  }

  /** The top of an answer: entities in it are written whole, or only by their required properties. */
  encodeTop(value: unknown, { full, expand }: View): string {
    if (full) return this.encode(value, false);
    return this.#write(value, ({ name, required, codec }) => {
      if (!codec.entity || expand.has(name)) return 'whole';
      return codec.entity === 'one' || required ? 'brief' : 'leave out';
    });
  }

  /** @param how what is written of each property; all of it where absent. */
  #write(value: unknown, how: ((property: PropertyCodec) => Form) | undefined): string {
    const source = value as Plain;
    let text = '';
    for (const property of this.properties) {
      const own = source[property.name];
      if (own === undefined || (own === null && !property.nullable)) continue;
      const form = how ? how(property) : 'whole';
      if (form === 'leave out') continue;
      const encoded = own === null ? 'null' : property.codec.encode(own, form === 'brief');
      text += (text === '' ? '{' : ',') + property.start + encoded;
    }
    return text === '' ? '{}' : `${text}}`;
  }

  decode(value: unknown): unknown {
    if (!isObject(value)) return value;
    const result: Record<string, unknown> = {};
    for (const { name, codec } of this.properties) {
      if (!Object.hasOwn(value, name)) continue;
      const own = value[name];
      result[name] = own === null ? null : codec.decode(own);
    }
    return result;
  }
}

/** One of several object types, told apart by a property. */
class UnionCodec implements Codec {
  readonly entity = 'one';
  readonly #tag: string;
  readonly #members: ReadonlyMap<unknown, Codec>;

  constructor(tag: string, members: ReadonlyMap<unknown, Codec>) {
    this.#tag = tag;
    this.#members = members;
  }

  #memberOf(value: unknown): Codec {
    return (isObject(value) && this.#members.get(value[this.#tag])) || anything;
  }

  encode(value: unknown, brief: boolean): string {
    return this.#memberOf(value).encode(value, brief);
  }

  decode(value: unknown): unknown {
    return this.#memberOf(value).decode(value);
  }
}

/** All types of the contract. */
export class WireTypes {
  readonly #definitions: Readonly<Record<string, Schema>>;
  readonly #settings: () => WireSettings;
  readonly #named = new Map<string, Codec>();
  readonly #dateTime: Codec;

  constructor(definitions: Readonly<Record<string, Schema>>, settings: () => WireSettings) {
    this.#definitions = definitions;
    this.#settings = settings;
    this.#dateTime = scalar(
      (value) => {
        const { zone, milliseconds } = this.#settings();
        return `"${zone.format(String(value), milliseconds)}"`;
      },
      (value) => (typeof value === 'string' ? (this.#settings().zone.parse(value) ?? value) : value),
    );
  }

  /** Writes a record as the response of the given schema. */
  encode(schema: Schema, value: unknown, view: View = FULL): string {
    const codec = this.#codecOf(schema);
    return codec instanceof ObjectCodec ? codec.encodeTop(value, view) : codec.encode(value, false);
  }

  /** Brings a parsed body to the form of records. */
  decode(schema: Schema, value: unknown): unknown {
    return this.#codecOf(schema).decode(value);
  }

  /** Names of the entities that a response holds. */
  expandable(schema: Schema): ReadonlySet<string> {
    const codec = this.#codecOf(schema);
    if (!(codec instanceof ObjectCodec)) return new Set();
    return new Set(codec.properties.filter((one) => one.codec.entity).map(({ name }) => name));
  }

  #codecOf(schema: Schema): Codec {
    const name = definitionName(schema);
    if (name === undefined) return this.#compile(withoutNull(schema));
    const known = this.#named.get(name);
    if (known) return known;
    const definition = this.#definitions[name];
    if (!definition) throw new Error(`The contract refers to "${name}" but does not define it.`);
    const codec =
      definition.$ref === undefined ? this.#compile(definition) : this.#codecOf({ $ref: definition.$ref });
    this.#named.set(name, codec);
    return codec;
  }

  #compile(schema: Schema): Codec {
    if (schema.$ref !== undefined) return this.#codecOf(schema);
    if (schema['x-wire'] !== undefined) return schema['x-wire'] === 'decimal' ? decimal : id;
    if (schema.items) return listOf(this.#codecOf(schema.items));
    if (schema['x-tag'] !== undefined) return this.#union(schema['x-tag'], schema);
    if (schema.properties) return this.#object(schema);
    if (schema.format === 'date-time') return this.#dateTime;
    if (schema.format === 'date') return day;
    return schema.type === 'boolean' ? boolean : anything;
  }

  #object({ properties = {}, required = [] }: Schema): Codec {
    return new ObjectCodec(() =>
      Object.entries(properties).map(([name, schema]) => ({
        name,
        start: `${JSON.stringify(name)}:`,
        required: required.includes(name),
        nullable: allowsNull(schema),
        codec: this.#codecOf(schema),
      })),
    );
  }

  #union(tag: string, { allOf = [] }: Schema): Codec {
    const members = allOf.map(
      (member) => [member.if.properties?.[tag]?.const, this.#codecOf(member.then)] as const,
    );
    return new UnionCodec(tag, new Map(members));
  }
}
