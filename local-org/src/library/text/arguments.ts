import type { Value } from '../library.ts';
import { throwApex } from '../../runtime/faults.ts';

/** What the platform throws for an argument that must not be null. */
export function throwNullArgument(): never {
  return throwApex('System.NullPointerException', 'Argument cannot be null.');
}

/** Wraps a library function whose arguments must not be null: `System.NullPointerException: Argument cannot be null.` */
export function noNulls<A extends Value[], R>(body: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    for (const argument of args) if (argument === null) throwNullArgument();
    return body(...args);
  };
}

/** `noNulls` for each function of a table. */
export function allNoNulls<T extends Readonly<Record<string, (...args: Value[]) => Value>>>(table: T): T {
  return Object.fromEntries(Object.entries(table).map(([key, body]) => [key, noNulls(body)])) as unknown as T;
}
