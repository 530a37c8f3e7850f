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

/**
 * A map of names that is asked without case, and without the project's namespace, too. Its keys are in lower case, as
 * the platform's describe maps have them.
 */
class NameMap extends ApexMap {
  override has(key: Value): boolean {
    return super.has(this.#key(key));
  }

  override get(key: Value): Value {
    return super.get(this.#key(key));
  }

  #key(key: Value): Value {
    if (typeof key !== 'string') return key;
    const lower = key.toLowerCase();
    const { namespace } = currentTransaction().schema;
    const own = namespace && `${namespace.toLowerCase()}__${lower}`;
    return own && !super.has(lower) && super.has(own) ? own : lower;
  }
}

/** A `Map<String, value>` of describes by name in lower case. */
export function nameMapOf(value: string, entries: Iterable<readonly [string, Value]>): ApexMap {
  const { program } = currentTransaction();
  return new NameMap(program.mapOf(program.type('String'), program.type(value)), entries);
}
