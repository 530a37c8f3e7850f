import { currentTransaction } from '../../runtime/context.ts';
import { ApexList } from '../../values/list.ts';
import { ApexSet } from '../../values/set.ts';
import type { Value } from '../library.ts';

/** A new `List<String>`. */
export function stringList(items: string[]): ApexList {
  return new ApexList(currentTransaction().program.type('List<String>'), items);
}

/** A new `List<Integer>`. */
export function integerList(items: number[]): ApexList {
  return new ApexList(currentTransaction().program.type('List<Integer>'), items);
}

/** The elements of a List or Set; null when the value is neither. */
export function elementsOf(value: Value): Value[] | null {
  if (value instanceof ApexList) return value.items;
  return value instanceof ApexSet ? [...value.values()] : null;
}
