import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';
import { ApexList } from '../../values/list.ts';
import { compareValues } from '../../values/order.ts';
import type { ApexSet } from '../../values/set.ts';
import { SObject } from '../../values/sobject.ts';
import { libraryClass, type Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';
import { required } from './arguments.ts';
import { objectTypeOf } from './object-type.ts';

/** System.List. */
export const listClass = libraryClass({
  name: 'System.List',
  constructors: {
    '()': (type: RuntimeType) => new ApexList(type),
    '(List<T>)': (type: RuntimeType, source: ApexList) => new ApexList(type, [...required(source).items]),
    '(Set<T>)': (type: RuntimeType, source: ApexSet) => new ApexList(type, [...required(source).values()]),
    '(Integer)': (type: RuntimeType, size: number) => listOfSize(type, size),
  },
  methods: {
    'add(T)': (list: ApexList, value: Value) => list.add(value),
    'add(Integer,T)': (list: ApexList, index: number, value: Value) => list.insert(index, value),
    'addAll(List<T>)': (list: ApexList, source: ApexList) => list.addAll(required(source).items),
    'addAll(Set<T>)': (list: ApexList, source: ApexSet) => list.addAll(required(source).values()),
    'clear()': (list: ApexList) => list.clear(),
    'clone()': (list: ApexList) => new ApexList(list.type, [...list.items]),
    'contains(T)': (list: ApexList, value: Value) => list.indexOf(value) >= 0,
    'deepClone()': (list: ApexList) => deepClone(list, false, false, false),
    'deepClone(Boolean)': (list: ApexList, id: boolean) => deepClone(list, id, false, false),
    'deepClone(Boolean,Boolean)': (list: ApexList, id: boolean, timestamps: boolean) =>
      deepClone(list, id, timestamps, false),
    'deepClone(Boolean,Boolean,Boolean)': deepClone,
    'equals(List<T>)': (list: ApexList, other: Value) => strictEquals(list, other),
    'get(Integer)': (list: ApexList, index: number) => list.at(index),
    'getSObjectType()': (list: ApexList) => objectTypeOf(list.type.arguments[0]),
    'hashCode()': (list: ApexList) => hashOf(list),
    'indexOf(T)': (list: ApexList, value: Value) => list.indexOf(value),
    'isEmpty()': (list: ApexList) => list.items.length === 0,
    'iterator()': (list: ApexList) => list['iterator/0'](),
    'remove(Integer)': (list: ApexList, index: number) => list.remove(index),
    'set(Integer,T)': (list: ApexList, index: number, value: Value) => void list.put(index, value),
    'size()': (list: ApexList) => list.items.length,
    'sort()': (list: ApexList) => void list.items.sort(compareValues),
    'sort(Comparator<T>)': (list: ApexList, comparator: Value) => {
      required(comparator);
      list.items.sort((left, right) => comparator['compare/2'](left, right));
    },
    'toString()': (list: ApexList) => stringOf(list),
  },
});

/** `new T[size]`: a list of nulls. Throws `System.ListException` for a negative size. */
export function listOfSize(type: RuntimeType, size: number): ApexList {
  if (required(size) < 0) throwApex('System.ListException', `List size can't be negative: ${size}`);
  return new ApexList(type, new Array<Value>(size).fill(null));
}

/** Copies of the records; elements that are no records stay the same. */
function deepClone(
  list: ApexList,
  preserveId: boolean,
  preserveTimestamps: boolean,
  preserveAutonumber: boolean,
): ApexList {
  const options = { preserveId, preserveTimestamps, preserveAutonumber, isDeep: true };
  const copies = list.items.map((item) => (item instanceof SObject ? item.clone(options) : item));
  return new ApexList(list.type, copies);
}
