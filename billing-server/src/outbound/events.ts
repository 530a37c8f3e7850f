/** What an administrator can be told of. @documented S54 to S59 (groups and notifications); names in snake case are ours */

export const EVENT_GROUPS: Readonly<Record<string, readonly string[]>> = {
  product: [
    'new_product_sale',
    'product_replacement',
    'service_status_change',
    'service_quantity_change',
    'add_service_resource_id',
  ],
  agreement: ['days_to_agreement_end'],
  sales_order: ['sales_order'],
  invoice: ['distribute_invoice', 'invoice_overdue'],
  payment: [
    'credit_adjustment',
    'remaining_payment',
    'payment_retry',
    'refund',
    'payment_cancellation',
    'one_time_payment',
    'auto_payment',
  ],
  usage_and_prepaid: ['usage_counter_threshold', 'svs_prepaid_register_low_balance'],
};

/** The group of an event; undefined for a name that is none. */
export function groupOf(event: string): string | undefined {
  return Object.keys(EVENT_GROUPS).find((group) => EVENT_GROUPS[group]?.includes(event));
}
