import { ApexException } from '../../values/exception.ts';
import { EnumValue } from '../../values/enum.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexObject } from '../../values/value.ts';
import { printedGetters } from '../objects/printed.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { Value } from '../library.ts';

/** How many elements of a collection are printed before `...`. */
const PRINTED = 10;

/**
 * The text that `'' + value` appends and, for what is not null, `String.valueOf(Object)` gives. Dates come with a time
 * and datetimes in GMT here, as on the platform; `String.valueOf(Date)` and `(Datetime)` are the string class's own.
 */
export function stringOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  return textOfObject(value, []);
}

/** The same under the name by which emitted code appends. */
export { stringOf as textOf };

/** `outer`: the objects that are being printed around this one; one that contains itself ends there. */
function nested(value: Value, outer: readonly Value[]): string {
  if (value === null || typeof value !== 'object') return String(value);
  return outer.includes(value) ? '(already output)' : textOfObject(value, outer);
}

function textOfObject(value: Value, outer: readonly Value[]): string {
  const inside = [...outer, value];
  if (value instanceof ApexList) return `(${joined(value.items, value.size, inside)})`;
  if (value instanceof ApexSet) return `{${joined(value.values(), value.size, inside)}}`;
  if (value instanceof ApexMap) return `{${joinedEntries(value, inside)}}`;
  if (value instanceof SObject) return textOfRecord(value, inside);
  if (value instanceof EnumValue) return value.name;
  if (typeof value['tostring/0'] === 'function') return String(value['tostring/0']());
  if (value instanceof ApexException || value instanceof ApexObject) return textOfInstance(value, inside);
  return value.toString === Object.prototype.toString ? textOfPlatformObject(value, inside) : String(value);
}

function joined(items: Iterable<Value>, size: number, inside: readonly Value[]): string {
  const texts = firstOf(items).map((item) => nested(item, inside));
  if (size > PRINTED) texts.push('...');
  return texts.join(', ');
}

function joinedEntries(map: ApexMap, inside: readonly Value[]): string {
  const texts = firstOf(map.keys()).map((key) => `${nested(key, inside)}=${nested(map.get(key), inside)}`);
  if (map.size > PRINTED) texts.push('...');
  return texts.join(', ');
}

function firstOf(items: Iterable<Value>): Value[] {
  const first: Value[] = [];
  for (const item of items) {
    if (first.length === PRINTED) break;
    first.push(item);
  }
  return first;
}

/** `Account:{Name=Acme, Id=001...}`: the populated fields in order, then parents. */
function textOfRecord(record: SObject, inside: readonly Value[]): string {
  const texts: string[] = [];
  for (const [name, value] of record.values) texts.push(`${record.spell(name)}=${nested(value, inside)}`);
  for (const [name, parent] of record.parents) {
    if (parent) texts.push(`${record.spell(name)}=${nested(parent, inside)}`);
  }
  return `${record.object.name}:{${texts.join(', ')}}`;
}

/** `Database.SaveResult[getErrors=();getId=001...;isSuccess=true;]`: what its getters say. */
function textOfPlatformObject(value: Value, inside: readonly Value[]): string {
  const type: RuntimeType = value.apexType();
  const getters = printedGetters(type.name);
  if (!getters) return `${shortName(type)}:[]`;
  const texts = getters.map(({ name, read }) => `${name}=${nested(read(value), inside)};`);
  return `${type.name}[${texts.join('')}]`;
}

/** `Foo:[a=1, b=null]`: the instance fields, those of super classes first. */
function textOfInstance(value: Value, inside: readonly Value[]): string {
  const type: RuntimeType = value.apexType();
  const texts: string[] = [];
  for (const field of fieldsOf(type))
    texts.push(`${field.name}=${nested(fieldValue(value, field.jsName), inside)}`);
  return `${shortName(type)}:[${texts.join(', ')}]`;
}

/** An auto property keeps its value in a slot (`runtime/abi.md`); a getter with code is not run by printing. */
function fieldValue(value: Value, jsName: string): Value {
  return value[`$${jsName}`] ?? value[jsName] ?? null;
}

function fieldsOf(type: RuntimeType): { readonly name: string; readonly jsName: string }[] {
  const own = type.classInfo?.fields.filter((field) => !field.isStatic) ?? [];
  return type.superType ? [...fieldsOf(type.superType), ...own] : own;
}

function shortName(type: RuntimeType): string {
  return type.name.slice(type.name.lastIndexOf('.') + 1);
}
