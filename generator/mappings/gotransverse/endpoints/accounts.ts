import {
  documented,
  get,
  inferred,
  list,
  post,
  put,
  remove,
  resource,
  type Body,
} from '../../../language/index.ts';
import type { Address } from '../api/address.ts';
import type { BillCycle } from '../api/bill-cycle.ts';
import type { BillingAccountCategory } from '../api/billing-account-category.ts';
import type {
  DeactivateAccountRequest,
  MoveToBillCycleRequest,
  ResumeAccountRequest,
  SuspendAccountRequest,
} from '../api/billing-account-commands.ts';
import type { BillingAccount } from '../api/billing-account.ts';
import type { Currency } from '../api/currency.ts';
import type { DunningState } from '../api/dunning-state.ts';
import type { Organization, Person } from '../api/party.ts';
import type { PaymentTerm } from '../api/payment-term.ts';
import type { RecurringPayment } from '../api/recurring-payment.ts';

/** Bill cycles, from which an account takes one. */
export const billCycle = resource<BillCycle>()({
  /** The cycles on offer. */
  list: list<BillCycle>('/bill-cycles', documented('S18')),
});

/** Account categories, from which an account takes one. */
export const billingAccountCategory = resource<BillingAccountCategory>()({
  /** The categories on offer. */
  list: list<BillingAccountCategory>('/billing-account-categories', documented('S18')),
});

/** Payment terms, from which an account takes one. */
export const paymentTerm = resource<PaymentTerm>()({
  /** The terms on offer. */
  list: list<PaymentTerm>('/payment-terms', inferred('1.x')),
});

/** Currencies, from which an account takes one. */
export const currency = resource<Currency>()({
  /** The currencies on offer. */
  list: list<Currency>('/currencies', inferred('1.x')),
});

/** Billing accounts: who is billed, when, and how. */
export const billingAccount = resource<BillingAccount>()({
  /** Accounts that match. Looking one up by `external_account_num` before making it keeps retries safe. */
  list: list<BillingAccount>('/billing-accounts', documented('S6', 'S7'), {
    query: {
      documented: ['billing_account_id', 'currency_code', 'bill_cycle_type', 'start_date'],
      inferred: [
        'id',
        'account_num',
        'external_account_num',
        'party_id',
        'status',
        'email_address',
        'billing_account_category_id',
        'purchase_order_number',
        'order_num',
        'order_id',
        'bill_type',
        'referral',
        'product_id',
        'service_id',
        'parent_id',
        'bill_cycle_id',
        'custom_field_id',
        'custom_field_value',
      ],
    },
  }),
  /** One account. */
  read: get<BillingAccount>('/billing-accounts/{id}', documented('S61')),
  /** Makes an account. Its bill cycle and category must exist. */
  create: post<
    Body<BillingAccount, 'responsible_party' | 'bill_cycle' | 'billing_account_category'>,
    BillingAccount
  >('/billing-accounts', documented('S8', 'S15', 'S22')),
  /** Changes an account. That this can be done is documented (S14). */
  update: put<Body<BillingAccount>, BillingAccount>('/billing-accounts/{id}', inferred('1.x')),
  /** Suspends an account. */
  suspend: post<SuspendAccountRequest, BillingAccount>('/billing-accounts/{id}/suspend', inferred('1.x')),
  /** Takes back a suspension. */
  resume: post<ResumeAccountRequest, BillingAccount>('/billing-accounts/{id}/resume', inferred('1.x')),
  /** Deactivates an account, which leads to its final bill. */
  deactivate: post<DeactivateAccountRequest, BillingAccount>(
    '/billing-accounts/{id}/deactivate',
    inferred('1.x'),
  ),
  /** Moves an account to another bill cycle. */
  moveToBillCycle: post<MoveToBillCycleRequest, BillingAccount>(
    '/billing-accounts/{id}/move-to-bill-cycle',
    inferred('1.x'),
  ),
  /** Bills an account now instead of at the end of its cycle. */
  billOnDemand: post<never, BillingAccount>('/billing-accounts/{id}/bill-on-demand', inferred('1.x')),
});

/** Stored payment methods of an account. */
export const recurringPayment = resource<RecurringPayment>()({
  /** The methods of one account. */
  list: list<RecurringPayment>('/billing-accounts/{id}/recurring-payments', inferred('by analogy with S60')),
  /** Stores the method that the hosted page returned a reference key for. */
  create: post<Body<RecurringPayment, 'payment_method'>, RecurringPayment>(
    '/billing-accounts/{id}/recurring-payments',
    documented('S60'),
  ),
  /** Ends a method. */
  end: remove('/billing-accounts/{id}/recurring-payments/{rp_id}', inferred('by analogy with S60')),
});

/** Whether and how an account is reminded of what it owes. */
export const dunningState = resource<DunningState>()({
  /** The account's state; 404 where it never had one. */
  read: get<DunningState>('/billing-accounts/{id}/dunning-state', documented('S17')),
  /** Sets the account's state. */
  set: post<Body<DunningState, 'enabled' | 'plan_code'>, DunningState>(
    '/billing-accounts/{id}/dunning-state',
    documented('S16'),
  ),
});

/** Persons who answer for accounts. */
export const person = resource<Person>()({
  /** Changes a person. */
  update: put<Body<Person>, Person>('/people/{id}', inferred('1.x')),
  /** Gives a person another address. */
  addAddress: post<Address, Address>('/people/{id}/addresses', documented('S61')),
});

/** Companies that answer for accounts. */
export const organization = resource<Organization>()({
  /** Changes a company. */
  update: put<Body<Organization>, Organization>('/organizations/{id}', inferred('1.x')),
  /** Gives a company another address. */
  addAddress: post<Address, Address>('/organizations/{id}/addresses', inferred('1.x')),
});
