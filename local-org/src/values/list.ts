import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import type { Value } from '../library/library.ts';
import { strictEquals } from './equality.ts';
import { FIRST_LOOK, lookAt } from './held-size.ts';
import { throwIterated } from './key-table.ts';
import { GuardedCursor, ValueIterator } from './iterate.ts';
import { ApexValue } from './value.ts';

/** A `List<T>`. `items` may be read freely; code that changes it goes through the methods. */
export class ApexList extends ApexValue {
  readonly type: RuntimeType;
  items: Value[];
  /** At how many elements it is time to look at what they hold. */
  #nextLook = FIRST_LOOK;
  /** Loops that run over the list: above zero the size must not change. */
  #iterations = 0;
  /** The object of a list of records of one object; null for every other list. */
  readonly #object: string | null;

  /** Takes `items` over without a copy. */
  constructor(type: RuntimeType, items: Value[] = []) {
    super();
    this.type = type;
    this.items = items;
    const element = type.arguments[0];
    this.#object =
      element?.kind === 'sobject' && element.objectName !== 'SObject' ? element.objectName : null;
  }

  override apexType(): RuntimeType {
    return this.type;
  }

  get size(): number {
    return this.items.length;
  }

  /** `list[index]`. Throws `System.ListException: List index out of bounds: 3`. */
  at(index: number): Value {
    const value = this.items[index];
    return value === undefined ? outOfBounds(index) : value;
  }

  /** `list[index] = value`; gives the value. Throws `System.ListException` like `at`. */
  put(index: number, value: Value): Value {
    if (index === null || index < 0 || index >= this.items.length) outOfBounds(index);
    this.#check(value);
    this.items[index] = value;
    return value;
  }

  /** Throws `System.FinalException` while the list is iterated, `System.TypeException` for a record of another object. */
  add(value: Value): void {
    if (this.#iterations > 0) throwIterated();
    this.#check(value);
    if (this.items.push(value) >= this.#nextLook) this.look();
  }

  /** Throws the LimitException when the elements hold more than a transaction may. */
  look(): void {
    this.#nextLook = lookAt(this.items, this.items.length);
  }

  /** Inserts; `index` may be the size. Throws `System.ListException` beyond it. */
  insert(index: number, value: Value): void {
    if (this.#iterations > 0) throwIterated();
    if (index === null || index < 0 || index > this.items.length) outOfBounds(index);
    this.#check(value);
    this.items.splice(index, 0, value);
    if (this.items.length >= this.#nextLook) this.look();
  }

  addAll(values: Iterable<Value>): void {
    if (this.#iterations > 0) throwIterated();
    // A copy first: a list may be added to itself. No spread into `push`: its arguments are on the stack.
    for (const value of [...values]) {
      this.#check(value);
      if (this.items.push(value) >= this.#nextLook) this.look();
    }
  }

  /** Gives what was removed. Throws `System.ListException` when there is no such element. */
  remove(index: number): Value {
    if (this.#iterations > 0) throwIterated();
    const value = this.at(index);
    this.items.splice(index, 1);
    return value;
  }

  clear(): void {
    if (this.#iterations > 0) throwIterated();
    this.items = [];
  }

  /** Position of the first equal element, or -1. Texts are compared with case. */
  indexOf(value: Value): number {
    return this.items.findIndex((item) => strictEquals(item, value));
  }

  /** A `List<SObject>` variable may hold a `List<Account>`, so the compiler does not see every wrong record. */
  #check(value: Value): void {
    if (this.#object === null || value === null || value.object.name === this.#object) return;
    throwApex(
      'System.TypeException',
      `Collection store exception adding ${value.object.name} to ${this.type.name}`,
    );
  }

  'iterator/0'(): ValueIterator {
    return new ValueIterator(this.type.arguments[0], this.items);
  }

  /** A loop of emitted code begins: the list must not grow or shrink until `unlock`. */
  lock(): Value[] {
    this.#iterations += 1;
    return this.items;
  }

  unlock(): void {
    this.#iterations -= 1;
  }

  /** The elements for a `for` loop: the list must not grow or shrink before the last one or a `break`. */
  iterate(): IterableIterator<Value> {
    return new GuardedCursor(this, this.items.values());
  }

  /** A loop over the list begins. */
  begin(): void {
    this.#iterations += 1;
  }

  /** A loop over the list has ended. */
  end(): void {
    this.#iterations -= 1;
  }
}

function outOfBounds(index: number | null): never {
  if (index === null) return throwApex('System.NullPointerException', 'Argument cannot be null.');
  return throwApex('System.ListException', `List index out of bounds: ${index}`);
}
