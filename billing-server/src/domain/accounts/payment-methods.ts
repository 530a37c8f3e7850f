/** Stored payment methods. Card numbers never come here: the hosted page gives a reference key. @documented S60 */
import { createHash } from 'node:crypto';
import { invalid, notFound } from '../../http/problem.ts';
import type { Tenant } from '../tenant.ts';
import { activeMethods } from './account-view.ts';
import type { Account, PaymentMethod, RecurringPayment } from './records.ts';

export interface RecurringPaymentBody {
  payment_method: { payment_method_type: string; reference_key?: string };
  auto_payment?: boolean;
}

/** A key with this beginning stands for a card that every charge is refused on. */
export const DECLINED = 'decline';

const CARD_YEARS = 4;

/** Digits that follow from the key, so that the same key is the same card. */
function digits(key: string, salt: string, count: number): string {
  const hash = createHash('sha256').update(`${salt}${key}`).digest('hex');
  return String(BigInt(`0x${hash}`)).slice(0, count);
}

/** What the hosted page has stored under a reference key. */
function tokenized(tenant: Tenant, id: string, key: string): PaymentMethod {
  const lastFour = digits(key, 'card', 4);
  const year = tenant.zone.local(tenant.now()).year + CARD_YEARS;
  return {
    payment_method_type: 'tokenized-credit-card',
    id,
    reference_key: key,
    nickname: `VISA ${lastFour}`,
    token: digits(key, 'token', 8),
    token_two: null,
    multi_factor_auth: false,
    custom_field_values: [],
    card_type: 'VISA',
    identifier_number: `Last 4: ${lastFour}`,
    expiration_date: `12/${year}`,
    last_four: lastFour,
  };
}

function makeMethod(
  tenant: Tenant,
  { payment_method_type: type, reference_key: key }: RecurringPaymentBody['payment_method'],
): PaymentMethod {
  const id = tenant.nextId('payment_method', 1901);
  if (type === 'referenced') {
    if (!key) throw invalid('payment_method.reference_key is required.');
    return tokenized(tenant, id, key);
  }
  if (type === 'credit-card')
    throw invalid('payment_method.payment_method_type: cards come from the hosted page, as "referenced".');
  return { payment_method_type: type, id, custom_field_values: [] };
}

/** Stores a method. Of several one is charged by itself: the first, unless another says so. @documented S51 */
export function addPaymentMethod(
  tenant: Tenant,
  account: Account,
  body: RecurringPaymentBody,
): RecurringPayment {
  const isAutomatic =
    body.auto_payment ?? !activeMethods(account).some(({ auto_payment: automatic }) => automatic);
  const method: RecurringPayment = {
    id: tenant.nextId('recurring_payment', 901),
    payment_method: makeMethod(tenant, body.payment_method),
    valid_from: tenant.now(),
    auto_payment: isAutomatic,
  };
  const others = isAutomatic
    ? account.recurring_payments.map((one) => ({ ...one, auto_payment: false }))
    : account.recurring_payments;
  tenant.tables.account.update({ ...account, recurring_payments: [...others, method] });
  tenant.note(
    'billing-account',
    account.id,
    `Payment method ${method.payment_method.nickname ?? method.payment_method.payment_method_type} stored`,
  );
  return method;
}

/** Ends a method; it is kept, because payments were made with it. @documented S51 */
export function endPaymentMethod(tenant: Tenant, account: Account, id: string): void {
  if (!activeMethods(account).some((method) => method.id === id))
    throw notFound('recurring_payment', 'billing_account');
  const methods = account.recurring_payments.map((method) =>
    method.id === id ? { ...method, auto_payment: false, valid_to: tenant.now() } : method,
  );
  tenant.tables.account.update({ ...account, recurring_payments: methods });
  tenant.note('billing-account', account.id, 'Payment method ended');
}
