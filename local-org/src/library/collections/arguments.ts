import { throwApex } from '../../runtime/faults.ts';

/** Gives an argument that must not be null. Throws `System.NullPointerException: Argument cannot be null.` */
export function required<T>(value: T | null): T {
  return value ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
}
