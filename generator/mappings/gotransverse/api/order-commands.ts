import type { DateTime } from '../../../language/wire.ts';
import type { Payment } from './payment.ts';

/** Confirms a draft, with or without a payment. @inferred 1.x */
export interface ConfirmOrderRequest {
  payment?: Payment;
}

/** Approves an item that waits for it. @inferred 1.x */
export interface ApproveOrderItemRequest {
  approval_date?: DateTime;
}
