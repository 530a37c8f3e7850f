import { sameId } from './id.ts';
import type { Value } from '../library/library.ts';
import { EnumValue } from './enum.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { compareScalars, isNumeric, isScalar } from './scalars.ts';
import { ApexSet } from './set.ts';
import { SObject } from './sobject.ts';

/*
 * Equality and hash codes. The collections import this file and it imports them; that works since no code of either
 * runs before both are loaded.
 */

/** Apex's `==` on references: as `strictEquals`, but texts ignore case and numbers compare across their types. */
export function apexEquals(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right || left.toLowerCase() === right.toLowerCase();
  }
  return looseEquals(left, right);
}

/**
 * What assertions compare with: as `strictEquals`, but numbers compare across their types, and an Id of 15 characters
 * equals that of 18.
 */
export function looseEquals(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left === right || isSameId(left, right);
  if (isNumeric(left) && isNumeric(right)) return compareScalars(left, right) === 0;
  return strictEquals(left, right);
}

/** A text cannot be told from an Id at run time: only those of different length are taken for the same record's. */
function isSameId(left: string, right: string): boolean {
  return left.length !== right.length && sameId(left, right);
}

/** Equality of elements and keys: `equals` of source classes, case of texts matters, collections by their elements. */
export function strictEquals(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  if (typeof left['equals/1'] === 'function') return left['equals/1'](right) === true;
  if (left instanceof SObject) return right instanceof SObject && sameRecord(left, right);
  if (left instanceof ApexList) return right instanceof ApexList && sameItems(left.items, right.items);
  if (left instanceof ApexSet) return right instanceof ApexSet && sameElements(left, right);
  if (left instanceof ApexMap) return right instanceof ApexMap && sameEntries(left, right);
  return isScalar(left) && left.equals(right);
}

/** May two different JavaScript objects be the same key? False for primitives, enums and objects without `equals`. */
export function hasOwnEquality(value: Value): boolean {
  if (typeof value !== 'object' || value === null || value instanceof EnumValue) return false;
  return (
    isScalar(value) ||
    typeof value['equals/1'] === 'function' ||
    value instanceof SObject ||
    value instanceof ApexList ||
    value instanceof ApexSet ||
    value instanceof ApexMap
  );
}

let identities = 0;
const identityHashes = new WeakMap<object, number>();

/** The hash code as `hashCode()` gives it, an int32: equal values have equal ones. */
export function hashOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'string') return hashOfText(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (typeof value['hashcode/0'] === 'function') return value['hashcode/0']();
  if (value instanceof SObject) return hashOfRecord(value);
  if (value instanceof ApexList)
    return value.items.reduce((hash, item) => (Math.imul(31, hash) + hashOf(item)) | 0, 1);
  if (value instanceof ApexSet) return sumOfHashes(value.values());
  if (value instanceof ApexMap) return sumOfHashes(value.keys(), (key) => hashOf(value.get(key)));
  if (value instanceof EnumValue) return hashOfText(value.name);
  return isScalar(value) ? value.hashCode() : identityHash(value);
}

/** Java's hash code of a text, which is Apex's. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Object.hashCode: counted, so that runs repeat. */
export function identityHash(value: object): number {
  const known = identityHashes.get(value);
  if (known !== undefined) return known;
  identities += 1;
  // Knuth's multiplier spreads the numbers; the sign is cut off as Java does it.
  const hash = Math.imul(identities, 0x9e3779b1) & 0x7fffffff;
  identityHashes.set(value, hash);
  return hash;
}

function sumOfHashes(values: Iterable<Value>, second: (value: Value) => number = () => 0): number {
  let hash = 0;
  for (const value of values) hash = (hash + (hashOf(value) ^ second(value))) | 0;
  return hash;
}

/** A field that was never set equals one that was set to null. */
function populated(record: SObject): [string, Value][] {
  return [...record.values].filter(([, value]) => value !== null);
}

function hashOfRecord(record: SObject): number {
  return populated(record).reduce(
    (hash, [name, value]) => (hash + (hashOfText(name) ^ hashOf(value))) | 0,
    0,
  );
}

function sameRecord(left: SObject, right: SObject): boolean {
  if (left.object !== right.object) return false;
  const fields = populated(left);
  if (fields.length !== populated(right).length) return false;
  return fields.every(([name, value]) => strictEquals(value, right.values.get(name) ?? null));
}

function sameItems(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, at) => strictEquals(item, right[at]));
}

function sameElements(left: ApexSet, right: ApexSet): boolean {
  return left.size === right.size && [...left.values()].every((element) => right.has(element));
}

function sameEntries(left: ApexMap, right: ApexMap): boolean {
  if (left.size !== right.size) return false;
  return [...left.entries()].every(([key, value]) => right.has(key) && strictEquals(value, right.get(key)));
}
