import type { Id } from '../../../language/wire.ts';

/** How long a customer has to pay an invoice, such as "Net 30". @observed O1 */
export interface PaymentTerm {
  id: Id;
  readonly name?: string;
}
