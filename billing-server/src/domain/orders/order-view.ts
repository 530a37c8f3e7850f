/** An order as the API sends it. */
import { referenceToAccount } from '../accounts/account-view.ts';
import { paymentView } from '../payments/payments.ts';
import type { Tenant } from '../tenant.ts';
import type { Order, OrderStatus } from './records.ts';

/** 1.x spells it without the underscore. @inferred */
export function orderStatusText({ settings }: Tenant, status: OrderStatus): string {
  return status === 'IN_PROGRESS' ? settings.inProgressSpelling : status;
}

/** Both spellings are accepted in queries. */
export function plainOrderStatus(text: string): string {
  return text === 'INPROGRESS' ? 'IN_PROGRESS' : text;
}

export function orderView(tenant: Tenant, order: Order): unknown {
  return {
    ...order,
    status: orderStatusText(tenant, order.status),
    billing_account: referenceToAccount(tenant, order.billing_account.id),
    payments: order.payment_ids.map((id) => paymentView(tenant, tenant.tables.payment.require(id))),
  };
}
