import { currentTransaction } from '../../runtime/context.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import type { Value } from '../library.ts';

/** A `List<element>` of the library's own making. */
export function listOf(element: string, items: Value[]): ApexList {
  const { program } = currentTransaction();
  return new ApexList(program.listOf(program.type(element)), items);
}

/** A `Map<key, value>`. */
export function mapOf(key: string, value: string, entries: Iterable<readonly [Value, Value]>): ApexMap {
  const { program } = currentTransaction();
  return new ApexMap(program.mapOf(program.type(key), program.type(value)), entries);
}
