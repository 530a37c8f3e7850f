import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { Decimal } from '../../values/decimal.ts';
import { findEnumValue } from '../../values/enum.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import type { Value } from '../library.ts';
import { DataObject, dataShape } from '../objects/data-object.ts';
import { Uuid } from '../text/uuid.ts';
import { checkAccess, fieldsOf } from './class-fields.ts';
import { readNode, type JsonNode } from './node.ts';
import { readRecord } from './record.ts';
import { readWhole, SCALAR_READERS } from './scalars.ts';
import { Tokenizer } from './tokenizer.ts';

/** `JSON.deserialize` and `deserializeStrict`. Throws `System.JSONException`. */
export function deserialize(text: string, type: RuntimeType, isStrict: boolean): Value {
  const tokenizer = new Tokenizer(text);
  const reader = new Reader(tokenizer, isStrict);
  return reader.read(unreadText(text, type) ?? root(tokenizer), type);
}

/**
 * A text where the type wants a list or a map: the platform complains of that before it reads the text, which may have
 * no end. Null for everything else.
 */
function unreadText(text: string, { kind }: RuntimeType): JsonNode | null {
  const start = /^\s*"/.exec(text)?.[0];
  if (start === undefined || !['list', 'set', 'map'].includes(kind)) return null;
  return { kind: 'string', text: '', end: start.length };
}

/** `JSON.deserializeUntyped`: maps, lists, strings, booleans and numbers. Throws `System.JSONException`. */
export function deserializeUntyped(text: string): Value {
  return untyped(root(new Tokenizer(text)));
}

/** An object is `Map<String,Object>`, an array `List<Object>`, a whole number Integer or Long, another Decimal. */
function untyped(root: JsonNode): Value {
  const { program } = currentTransaction();
  const object = program.type('Object');
  const listType = program.listOf(object);
  const mapType = program.mapOf(program.type('String'), object);
  const make = (node: JsonNode): Value => {
    switch (node.kind) {
      case 'object':
        return new ApexMap(
          mapType,
          node.entries.map(([name, value]) => [name, make(value)] as const),
        );
      case 'array':
        return new ApexList(listType, node.items.map(make));
      case 'number':
        return node.isWhole ? readWhole(node.text) : Decimal.of(node.text);
      case 'string':
        return node.text;
      case 'boolean':
        return node.value;
      case 'null':
        return null;
    }
  };
  return make(root);
}

function root(tokenizer: Tokenizer): JsonNode {
  const token = tokenizer.next();
  if (!token)
    throwApex(
      'System.JSONException',
      'No content to map to Object due to end of input at [line:1, column:0]',
    );
  return readNode(tokenizer, token);
}

/** Makes typed values of parsed JSON. */
export class Reader {
  readonly #tokenizer: Tokenizer;
  readonly #isStrict: boolean;

  constructor(tokenizer: Tokenizer, isStrict: boolean) {
    this.#tokenizer = tokenizer;
    this.#isStrict = isStrict;
  }

  read(node: JsonNode, type: RuntimeType): Value {
    if (node.kind === 'null') return null;
    switch (type.kind) {
      case 'primitive':
        return this.#readPrimitive(node, type);
      case 'list':
        return new ApexList(type, this.#readItems(node, type));
      case 'set':
        return new ApexSet(type, this.#readItems(node, type));
      case 'map':
        return this.#readMap(node, type);
      case 'sobject':
        return readRecord(node, type, this);
      case 'enum':
        return this.#readEnum(node, type);
      case 'class':
        return this.#readObject(node, type);
      default:
        return this.#readPlatform(node, type);
    }
  }

  /** Of the platform's classes JSON knows those that are nothing but data, and `UUID`. */
  #readPlatform(node: JsonNode, type: RuntimeType): Value {
    if (type.name === 'System.UUID' && node.kind === 'string') return Uuid.of(node.text);
    const shape = dataShape(type.name);
    if (!shape) throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
    const { program } = currentTransaction();
    const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
    const object = new DataObject(type.name);
    for (const [name, value] of this.entries(node)) {
      const property = names.get(name.toLowerCase());
      if (property) object.set(property, this.read(value, program.type(shape[property]!.type)));
      else if (this.#isStrict) this.fail(`Unknown field: ${type.name}.${name}`, value);
    }
    return object;
  }

  /** Throws with the place of a node. */
  fail(message: string, node: JsonNode): never {
    return this.#tokenizer.fail(message, node.end);
  }

  /** The entries of an object. */
  entries(node: JsonNode): readonly (readonly [string, JsonNode])[] {
    return node.kind === 'object'
      ? node.entries
      : this.fail("Malformed JSON: Expected '{' at the beginning of object", node);
  }

  /** The elements of an array. */
  items(node: JsonNode): readonly JsonNode[] {
    return node.kind === 'array'
      ? node.items
      : this.fail("Malformed JSON: Expected '[' at the beginning of List/Set", node);
  }

  #readPrimitive(node: JsonNode, type: RuntimeType): Value {
    if (node.kind === 'object' || node.kind === 'array')
      return this.fail('Illegal value for primitive', node);
    const text = scalarText(node);
    const value: Value = SCALAR_READERS[type.name]?.(text) ?? null;
    if (value !== null) return value;
    if (type.name === 'Id') return this.fail(`Invalid id value for the SObject ID field: ${text}`, node);
    const isCalendar = type.name === 'Date' || type.name === 'Datetime' || type.name === 'Time';
    return this.fail(isCalendar ? `Invalid format: "${text}"` : 'Illegal value for primitive', node);
  }

  #readItems(node: JsonNode, type: RuntimeType): Value[] {
    const element = parameter(type, 0);
    return this.items(node).map((item) => this.read(item, element));
  }

  #readMap(node: JsonNode, type: RuntimeType): ApexMap {
    if (node.kind !== 'object')
      return this.fail("Malformed JSON: Expected '{' at the beginning of Map", node);
    const [keyType, valueType] = [parameter(type, 0), parameter(type, 1)];
    const entries = node.entries.map(([name, value]) => {
      const key: JsonNode = { kind: 'string', text: name, end: value.end };
      return [this.read(key, keyType), this.read(value, valueType)] as const;
    });
    return new ApexMap(type, entries);
  }

  #readEnum(node: JsonNode, type: RuntimeType): Value {
    const constant = node.kind === 'string' ? findEnumValue(type, node.text) : null;
    return constant ?? this.fail(`Illegal value for enum ${type.name}`, node);
  }

  /** The object's constructor and initialisers do not run. */
  #readObject(node: JsonNode, type: RuntimeType): Value {
    const jsClass = type.classInfo?.jsClass;
    if (!jsClass || type.classInfo?.isAbstract) {
      throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
    }
    checkAccess(type, 'deserializable');
    const entries = this.entries(node);
    const object = new (jsClass as new () => Record<string, Value>)();
    const fields = new Map(fieldsOf(type).map((field) => [field.name.toLowerCase(), field]));
    for (const [name, value] of entries) {
      const field = fields.get(name.toLowerCase());
      if (field?.canWrite) object[field.jsName] = this.read(value, field.type);
      else if (this.#isStrict && !field) this.fail(`Unknown field: ${type.name}.${name}`, value);
    }
    return object;
  }
}

/** A text or the text of a number or boolean. */
function scalarText(node: JsonNode): string {
  if (node.kind === 'string' || node.kind === 'number') return node.text;
  return node.kind === 'boolean' ? String(node.value) : '';
}

function parameter(type: RuntimeType, at: number): RuntimeType {
  return type.arguments[at] ?? currentTransaction().program.type('Object');
}
