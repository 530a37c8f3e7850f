/** All handlers. */
import { accountHandlers } from './accounts.ts';
import { catalogHandlers } from './catalog.ts';
import { customFieldHandlers } from './custom-fields.ts';
import { invoiceHandlers } from './invoices.ts';
import type { Handlers } from './operation.ts';
import { orderHandlers } from './orders.ts';
import { paymentHandlers } from './payments.ts';
import { referenceHandlers } from './reference.ts';
import { serviceHandlers } from './services.ts';
import { usageHandlers } from './usage.ts';

export const HANDLERS: Handlers = {
  ...accountHandlers,
  ...referenceHandlers,
  ...customFieldHandlers,
  ...catalogHandlers,
  ...orderHandlers,
  ...serviceHandlers,
  ...usageHandlers,
  ...invoiceHandlers,
  ...paymentHandlers,
};
