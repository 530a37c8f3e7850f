/**
 * A body of an answer as tests read it: every property that some test looks at, of whatever kind of object.
 *
 * The answers themselves are checked by the contract's schemas; this only spares tests a cast for each property.
 */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status: string;
  readonly type: string;
  readonly state: string;
  readonly value: string;
  readonly token: string;
  readonly credit: boolean;
  readonly amount: number;
  readonly balance: number;
  readonly quantity: number;
  readonly pending_charges_total: number;
  readonly total_amount: number;
  readonly total_charge: number;
  readonly sub_total: number;
  readonly tax_total: number;
  readonly due_now_total: number;
  readonly amount_to_pay: number;
  readonly unapplied_amount: number;
  readonly refunded_amount: number;
  readonly canceled_amount: number;
  readonly unit_price: number;
  readonly renewal_count: number;
  readonly sequence: number;
  readonly overwrite_counter: number;
  readonly invoiced: boolean;
  readonly disputed: boolean;
  readonly late_fee_charged: boolean;
  readonly awaiting_approval: boolean;
  readonly auto_payment: boolean;
  readonly renewed: boolean;
  readonly account_num: string;
  readonly external_account_num: string | null;
  readonly currency_code: string;
  readonly bill_type: string;
  readonly order_num: string;
  readonly order_type: string;
  readonly invoice_num: string;
  readonly description: string;
  readonly start_date: string;
  readonly end_date: string;
  readonly due_date: string;
  readonly order_date: string;
  readonly occurred_on: string;
  readonly renewal_date: string;
  readonly next_invoice_date: string;
  readonly identifier: string;
  readonly organization_name: string;
  readonly customer_num: string;
  readonly first_name: string;
  readonly overwritten_event_id: string;
  readonly renewal_order_id: string;
  readonly changed_service_order_id: string;
  readonly payment_method_type: string;
  readonly product: Body;
  readonly service: Body;
  readonly service_period: Body;
  readonly billing_account: Body;
  readonly bill_cycle: Body;
  readonly payment_term: Body;
  readonly billing_account_category: Body;
  readonly responsible_party: Body;
  readonly responsible_account: Body;
  readonly payment_method: Body;
  readonly custom_field: Body;
  readonly dunning_state: Body;
  readonly current_agreement_service: Body;
  readonly agreement: Body;
  readonly next_service: Body;
  readonly parent_service: Body;
  readonly usage_rule: Body;
  readonly addresses: Many;
  readonly contacts: Many;
  readonly recurring_payments: Many;
  readonly custom_field_values: Many;
  readonly order_items: Many;
  readonly order_item_prices: Many;
  readonly usage_rules: Many;
  readonly payments: Many;
  readonly refunds: Many;
  readonly child_services: Many;
  readonly service_prices: Many;
  readonly service_resources: Many;
  readonly product_prices: Many;
  readonly invoice_items: Many;
  readonly invoice_item_charges: Many;
  readonly rated_events: Many;
  readonly erred_events: Many;
  readonly event_charges: Many;
  readonly scheduled_charges: Many;
  /** Control endpoints. */
  readonly now: string;
  readonly frozen: boolean;
  readonly work_done: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly seed: number;
}

/** A list of which tests read the first; a test that counts reads `length`. */
export type Many = readonly [Body, ...Body[]];
