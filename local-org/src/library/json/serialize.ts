import { FieldToken, ObjectToken } from '../schema/tokens.ts';
import { throwApex } from '../../runtime/faults.ts';
import { Blob } from '../../values/blob.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { EnumValue } from '../../values/enum.ts';
import { ApexException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexTime } from '../../values/time.ts';
import type { ApexValue } from '../../values/value.ts';
import type { Value } from '../library.ts';
import { Uuid } from '../text/uuid.ts';
import { checkAccess, fieldsOf } from './class-fields.ts';
import { datetimeText, timeText } from './scalars.ts';
import { JsonWriter } from './writer.ts';

/** The API version in the URLs of records. */
const API_VERSION = 'v65.0';

/** A library object that JSON can hold tells its fields by this method. */
interface JsonObject {
  jsonFields(): Iterable<readonly [string, Value]>;
}

/** `JSON.serialize` and `JSON.serializePretty`. Throws `System.JSONException` for what JSON can't hold. */
export function serialize(value: Value, isPretty: boolean, suppressNulls: boolean): string {
  const writer = new JsonWriter(isPretty);
  writeValue(writer, value, suppressNulls);
  return writer.text;
}

/** Writes any value. Throws `System.JSONException` for what JSON can't hold. */
export function writeValue(writer: JsonWriter, value: Value, suppressNulls: boolean): void {
  new Serializer(writer, suppressNulls).write(value);
}

class Serializer {
  readonly #writer: JsonWriter;
  readonly #suppressNulls: boolean;
  /** What is being written, to find a value inside of itself. */
  readonly #open = new Set<ApexValue>();

  constructor(writer: JsonWriter, suppressNulls: boolean) {
    this.#writer = writer;
    this.#suppressNulls = suppressNulls;
  }

  write(value: Value): void {
    const text = scalarText(value);
    if (text !== null) this.#writer.raw(text);
    else if (isTextual(value)) this.#writer.string(textOf(value, false));
    else this.#writeOnce(value);
  }

  #writeOnce(value: ApexValue): void {
    if (this.#open.has(value)) {
      throwApex(
        'System.JSONException',
        `Circular reference in JSON: ${value.apexType().name} contains itself`,
      );
    }
    this.#open.add(value);
    if (value instanceof SObject) this.#writeRecord(value);
    else if (value instanceof ApexList) this.#writeItems(value.items);
    else if (value instanceof ApexSet) this.#writeItems(value.values());
    else if (value instanceof ApexMap) this.#writeEntries(mapEntries(value));
    else if (isJsonObject(value)) this.#writeEntries(value.jsonFields());
    else this.#writeObject(value);
    this.#open.delete(value);
  }

  #writeItems(items: Iterable<Value>): void {
    this.#writer.start('[');
    for (const item of items) this.write(item);
    this.#writer.end(']');
  }

  #writeEntries(entries: Iterable<readonly [string, Value]>): void {
    this.#writer.start('{');
    for (const [name, value] of entries) this.#writeEntry(name, value);
    this.#writer.end('}');
  }

  #writeEntry(name: string, value: Value): void {
    if (value === null && this.#suppressNulls) return;
    this.#writer.name(name);
    this.write(value);
  }

  #writeObject(value: ApexValue): void {
    const type = value.apexType();
    if (!type.classInfo || value instanceof ApexException) {
      throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
    }
    checkAccess(type, 'serializable');
    const slots = value as unknown as Record<string, Value>;
    const fields = fieldsOf(type).filter((field) => field.canRead);
    this.#writeEntries(fields.map((field) => [field.name, slots[field.jsName]] as const));
  }

  #writeRecord(record: SObject): void {
    this.#writer.start('{');
    this.#writeAttributes(record);
    for (const [name, value] of record.values) {
      if (value === null && this.#suppressNulls) continue;
      this.#writer.name(record.spell(name));
      if (value instanceof ApexDatetime) this.#writer.string(textOf(value, true));
      else this.write(value);
    }
    for (const [name, parent] of record.parents) this.#writeEntry(record.spell(name), parent);
    for (const [name, children] of record.childLists) this.#writeChildren(record.spell(name), children);
    this.#writer.end('}');
  }

  #writeAttributes(record: SObject): void {
    const { name } = record.object;
    this.#writer.name('attributes');
    this.#writer.start('{');
    this.#writer.name('type');
    this.#writer.string(name);
    if (record.id) {
      this.#writer.name('url');
      this.#writer.string(`/services/data/${API_VERSION}/sobjects/${name}/${record.id}`);
    }
    this.#writer.end('}');
  }

  #writeChildren(name: string, children: ApexList): void {
    this.#writer.name(name);
    this.#writer.start('{');
    this.#writer.name('totalSize');
    this.#writer.raw(String(children.size));
    this.#writer.name('done');
    this.#writer.raw('true');
    this.#writer.name('records');
    this.#writeItems(children.items);
    this.#writer.end('}');
  }
}

/** Text of JSON for null, booleans and numbers; null for anything else. */
function scalarText(value: Value): string | null {
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  return value instanceof Decimal || value instanceof ApexDouble ? value.toString() : null;
}

function isTextual(value: Value): boolean {
  return (
    typeof value === 'string' ||
    value instanceof EnumValue ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime ||
    value instanceof Blob ||
    value instanceof Uuid
  );
}

function textOf(value: Value, isRecordField: boolean): string {
  if (value instanceof ApexDate) return value.toIsoString();
  if (value instanceof ApexDatetime) return datetimeText(value, isRecordField);
  if (value instanceof ApexTime) return timeText(value);
  if (value instanceof Blob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof Uuid) return value.text;
  return value instanceof EnumValue ? value.name : value;
}

function isJsonObject(value: Value): value is JsonObject {
  return typeof value.jsonFields === 'function';
}

function mapEntries(map: ApexMap): [string, Value][] {
  return [...map.entries()].map(([key, value]) => [keyText(key), value]);
}

/** Throws `System.JSONException` for a key that is no primitive. */
function keyText(key: Value): string {
  if (isTextual(key)) return textOf(key, false);
  if (key instanceof FieldToken || key instanceof ObjectToken) return key.toString();
  const text = key === null ? null : scalarText(key);
  if (text !== null) return text;
  const name = key === null ? 'null' : (key as ApexValue).apexType().name;
  return throwApex('System.JSONException', `Map key type unsupported in JSON: ${name}`);
}
