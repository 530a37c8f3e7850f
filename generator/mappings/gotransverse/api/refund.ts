import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { Reference } from './reference.ts';

/** Money given back. @inferred its properties are named after those of a payment */
export interface Refund {
  readonly id: Id;
  amount: Decimal;
  payment?: Reference;
  reason?: Reference;
  description?: string | null;
  occurred_on?: DateTime;
}
