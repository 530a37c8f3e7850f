import { throwApex } from '../../runtime/faults.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { noNulls } from './arguments.ts';
import { stringOf } from './stringify.ts';

/** A text is true when it is `true` in any case; of the other types only Boolean is one. */
function valueOf(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return throwApex('System.TypeException', `Invalid Boolean: ${stringOf(value)}`);
}

export const booleanClass = libraryClass({
  name: 'System.Boolean',
  statics: { 'valueOf(Object)': noNulls(valueOf) },
});
