import type { RuntimeType } from '../../runtime/types.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';
import type { ApexList } from '../../values/list.ts';
import { ApexSet } from '../../values/set.ts';
import { libraryClass, type Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';
import { required } from './arguments.ts';

/** System.Set. */
export const setClass = libraryClass({
  name: 'System.Set',
  constructors: {
    '()': (type: RuntimeType) => new ApexSet(type),
    '(Set<T>)': (type: RuntimeType, source: ApexSet) => new ApexSet(type, required(source).values()),
    '(List<T>)': (type: RuntimeType, source: ApexList) => new ApexSet(type, required(source).items),
  },
  methods: {
    'add(T)': (set: ApexSet, value: Value) => set.add(value),
    'addAll(List<T>)': (set: ApexSet, source: ApexList) => addAll(set, required(source).items),
    'addAll(Set<T>)': (set: ApexSet, source: ApexSet) => addAll(set, required(source).values()),
    'clear()': (set: ApexSet) => set.clear(),
    'clone()': (set: ApexSet) => new ApexSet(set.type, set.values()),
    'contains(T)': (set: ApexSet, value: Value) => set.table.has(value),
    'containsAll(List<T>)': (set: ApexSet, other: ApexList) => containsAll(set, required(other).items),
    'containsAll(Set<T>)': (set: ApexSet, other: ApexSet) => containsAll(set, required(other).values()),
    'equals(Set<Object>)': (set: ApexSet, other: Value) => strictEquals(set, other),
    'hashCode()': (set: ApexSet) => hashOf(set),
    'isEmpty()': (set: ApexSet) => set.size === 0,
    'iterator()': (set: ApexSet) => set['iterator/0'](),
    'remove(T)': (set: ApexSet, value: Value) => set.delete(value),
    'removeAll(List<T>)': (set: ApexSet, other: ApexList) => removeAll(set, required(other).items),
    'removeAll(Set<T>)': (set: ApexSet, other: ApexSet) => removeAll(set, required(other).values()),
    'retainAll(List<T>)': (set: ApexSet, other: ApexList) =>
      retainAll(set, new ApexSet(set.type, required(other).items)),
    'retainAll(Set<T>)': (set: ApexSet, other: ApexSet) => retainAll(set, required(other)),
    'size()': (set: ApexSet) => set.size,
    'toString()': (set: ApexSet) => stringOf(set),
  },
});

function addAll(set: ApexSet, values: Iterable<Value>): boolean {
  const before = set.size;
  for (const value of [...values]) set.add(value);
  return set.size > before;
}

function containsAll(set: ApexSet, values: Iterable<Value>): boolean {
  for (const value of values) if (!set.has(value)) return false;
  return true;
}

function removeAll(set: ApexSet, values: Iterable<Value>): boolean {
  const before = set.size;
  for (const value of [...values]) set.delete(value);
  return set.size < before;
}

function retainAll(set: ApexSet, other: ApexSet): boolean {
  return removeAll(
    set,
    [...set.values()].filter((value) => !other.has(value)),
  );
}
