import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { SObject } from '../../values/sobject.ts';
import { libraryClass, type Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';
import { required } from './arguments.ts';
import { objectTypeOf } from './object-type.ts';

/** System.Map. */
export const mapClass = libraryClass({
  name: 'System.Map',
  constructors: {
    '()': (type: RuntimeType) => new ApexMap(type),
    '(Map<K,V>)': (type: RuntimeType, source: ApexMap) => new ApexMap(type, required(source).entries()),
    '(List<SObject>)': (type: RuntimeType, rows: ApexList) => mapOfRows(type, rows),
  },
  methods: {
    'clear()': (map: ApexMap) => map.clear(),
    'clone()': (map: ApexMap) => new ApexMap(map.type, map.entries()),
    'containsKey(K)': (map: ApexMap, key: Value) => map.has(key),
    'deepClone()': deepClone,
    'equals(Map<K,V>)': (map: ApexMap, other: Value) => strictEquals(map, other),
    'get(K)': (map: ApexMap, key: Value) => map.get(key),
    'getSObjectType()': (map: ApexMap) => objectTypeOf(map.type.arguments[1]),
    'hashCode()': (map: ApexMap) => hashOf(map),
    'isEmpty()': (map: ApexMap) => map.size === 0,
    'keySet()': (map: ApexMap) => new ApexSet(typeOf('setOf', map.type.arguments[0]), [], map.table),
    'put(K,V)': (map: ApexMap, key: Value, value: Value) => map.put(key, value),
    'putAll(Map<K,V>)': (map: ApexMap, source: ApexMap) => {
      for (const [key, value] of [...required(source).entries()]) map.put(key, value);
    },
    'putAll(List<SObject>)': (map: ApexMap, rows: ApexList) => {
      required(rows).items.forEach((row, index) => map.put(idOf(row, index), row));
    },
    'remove(K)': (map: ApexMap, key: Value) => map.remove(key),
    'size()': (map: ApexMap) => map.size,
    'toString()': (map: ApexMap) => stringOf(map),
    'values()': (map: ApexMap) => new ApexList(typeOf('listOf', map.type.arguments[1]), [...map.values()]),
  },
});

/** Throws `System.ListException` for a row without an id and for the second one of an id. */
function mapOfRows(type: RuntimeType, rows: ApexList): ApexMap {
  const map = new ApexMap(type);
  required(rows).items.forEach((row: SObject, index) => {
    const id = idOf(row, index);
    if (map.has(id)) throwApex('System.ListException', `Row with duplicate Id at index: ${index}`);
    map.put(id, row);
  });
  return map;
}

function idOf(row: SObject | null, index: number): string {
  return row?.id ?? throwApex('System.ListException', `Row with null Id at index: ${index}`);
}

function deepClone(map: ApexMap): ApexMap {
  const options = { preserveId: true, isDeep: true, preserveTimestamps: true, preserveAutonumber: true };
  const copy = (value: Value): Value => (value instanceof SObject ? value.clone(options) : value);
  return new ApexMap(
    map.type,
    [...map.entries()].map(([key, value]) => [copy(key), copy(value)] as const),
  );
}

function typeOf(make: 'listOf' | 'setOf', element: RuntimeType | undefined): RuntimeType {
  const { program } = currentTransaction();
  return program[make](element ?? program.type('Object'));
}
