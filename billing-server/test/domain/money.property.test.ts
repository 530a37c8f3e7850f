/** Whatever is sold, changed, paid, refunded and credited: charges = invoices = payments + credits + balance, to the cent. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { amountOf, sum, type Amount } from '../../src/money/decimal.ts';
import type { Tenant } from '../../src/domain/tenant.ts';
import { Billing } from '../support/billing.ts';
import { makeAccount, orderBody } from '../support/flows.ts';

let billing: Billing;

before(async () => {
  billing = await Billing.start();
  await billing.control('PATCH', '/fidelity', {
    taxPercent: '8.25',
    lateFee: '4.99',
    collectionAfterDays: 30,
  });
});
after(() => billing.stop());

/** Nothing that falls due may be refused: it would be lost. */
function checkWork({ work }: Tenant): void {
  assert.deepEqual(work.refused, []);
}

const total = (values: readonly string[]): Amount => sum(values);

function assertSame(one: Amount, other: Amount, what: string): void {
  assert.equal(one.toFixed(2), other.toFixed(2), what);
}

/** Sums from the tables, by ways that the ledger itself does not take. */
function checkMoney({ tables }: Tenant, accountId: string): void {
  const id = Number(accountId);
  const account = tables.account.require(accountId);
  const invoices = tables.invoice.where('account_id = ?', id);
  const charges = invoices.flatMap((invoice) => tables.charge.where('invoice_id = ?', Number(invoice.id)));
  assertSame(
    total(charges.map(({ amount }) => amount)),
    total(invoices.map(({ amount }) => amount)),
    'charges = invoices',
  );
  for (const invoice of invoices) {
    const items = tables.invoiceItem.where('invoice_id = ?', Number(invoice.id));
    assertSame(
      total(items.map((item) => item.total_amount)),
      amountOf(invoice.amount),
      `items of ${invoice.invoice_num}`,
    );
    const applied = tables.application.where('invoice_id = ?', Number(invoice.id));
    assertSame(
      amountOf(invoice.amount).minus(total(applied.map(({ amount }) => amount))),
      amountOf(invoice.amount_to_pay),
      `rest of ${invoice.invoice_num}`,
    );
    assert.equal(
      invoice.status === 'OPEN',
      amountOf(invoice.amount_to_pay).greaterThan(0),
      `status of ${invoice.invoice_num}`,
    );
  }
  const payments = tables.payment.where('account_id = ?', id);
  const paid = sum(
    payments
      .filter(({ status }) => status !== 'PROCESSING_ERROR')
      .map((one) => amountOf(one.amount).minus(one.refunded_amount).minus(one.canceled_amount)),
  );
  const credits = tables.adjustment
    .where('account_id = ?', id)
    .filter(({ credit, status }) => credit && status === 'POSTED');
  const credited = total(credits.map(({ amount }) => amount));
  assertSame(
    total(invoices.map(({ amount }) => amount)),
    paid.plus(credited).plus(account.balance),
    'invoices = payments + credits + balance',
  );
  const open = total(invoices.map((invoice) => invoice.amount_to_pay));
  const unapplied = total([...payments, ...credits].map((one) => one.unapplied_amount));
  assertSame(open.minus(unapplied), amountOf(account.balance), 'open - unapplied = balance');
}

type Step = (accountId: string) => Promise<unknown>;

/** A command that may well be refused: a refusal must keep the books as much as a success. */
const tryTo = (id: string, params: Record<string, string>, body?: unknown) =>
  billing.call(id, { params, ...(body !== undefined && { body }) });

function pick(rows: readonly { id: string }[], at: number): { id: string } {
  return rows[at % Math.max(rows.length, 1)] ?? { id: '0' };
}

const services = (account: string): { id: string }[] =>
  billing.server.tenant.tables.service.where('account_id = ?', Number(account));
const payments = (account: string): { id: string }[] =>
  billing.server.tenant.tables.payment.where('account_id = ?', Number(account));
const invoices = (account: string): { id: string }[] =>
  billing.server.tenant.tables.invoice.where('account_id = ?', Number(account));

const money = fc.integer({ min: 1, max: 50_000 }).map((cents) => (cents / 100).toFixed(2));
const index = fc.nat(20);
const quantity = fc.constantFrom('1', '3', '10', '2.5', '51');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('3101', '3102', '3111', '3120', '3110', '3190'),
      quantity,
      fc.constantFrom('11', '12', undefined),
    )
    .map(([product, many, agreement]): Step => async (account) => {
      const item = {
        product: { id: product },
        quantity: many,
        ...(agreement && { selected_agreement: { id: agreement } }),
      };
      const { body } = await tryTo('Order.create', {}, orderBody(account, [item]));
      if (body.id) await tryTo('Order.confirm', { id: body.id }, {});
    }),
  fc.tuple(index, quantity).map(
    ([at, many]): Step =>
      (account) =>
        tryTo('Service.changeQuantity', { id: pick(services(account), at).id }, { new_quantity: many }),
  ),
  fc.tuple(index, money).map(
    ([at, price]): Step =>
      (account) =>
        tryTo(
          'Service.changePrice',
          { id: pick(services(account), at).id },
          { new_recurring_unit_price: price },
        ),
  ),
  fc.tuple(index, fc.constantFrom('3101', '3103', '3112')).map(
    ([at, product]): Step =>
      (account) =>
        tryTo(
          'Service.change',
          { id: pick(services(account), at).id },
          { order: orderBody(account, [{ product: { id: product }, quantity: 1 }]) },
        ),
  ),
  index.map(
    (at): Step =>
      (account) =>
        tryTo('Service.deactivate', { id: pick(services(account), at).id }, { reason: { id: '511' } }),
  ),
  fc.tuple(money, fc.boolean()).map(
    ([amount, auto]): Step =>
      (account) =>
        tryTo('Payment.create', {}, { amount, billing_account: { id: account }, apply_automatically: auto }),
  ),
  fc.tuple(index, money).map(
    ([at, amount]): Step =>
      (account) =>
        tryTo('Invoice.applyPayment', { id: pick(invoices(account), at).id }, { amount }),
  ),
  fc.tuple(index, money).map(
    ([at, amount]): Step =>
      (account) =>
        tryTo('Payment.applyRefund', { id: pick(payments(account), at).id }, { amount }),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([at, partial]): Step =>
      (account) =>
        tryTo('Payment.cancel', { id: pick(payments(account), at).id }, { reason: { id: '541' }, partial }),
  ),
  index.map(
    (at): Step =>
      (account) =>
        tryTo('Payment.reallocate', { id: pick(payments(account), at).id }),
  ),
  index.map(
    (at): Step =>
      (account) =>
        tryTo('Payment.reverse', { id: pick(payments(account), at).id }),
  ),
  fc.tuple(money, fc.boolean(), fc.boolean()).map(([amount, credit, reverse]): Step => async (account) => {
    const { body } = await tryTo(
      'Adjustment.create',
      { id: account },
      { amount, credit, reason: { id: '532' } },
    );
    if (body.id) await tryTo('Adjustment.post', { id: body.id });
    if (body.id && reverse) await tryTo('Adjustment.reverse', { id: body.id });
  }),
  fc.constant<Step>((account) => tryTo('BillingAccount.billOnDemand', { id: account })),
  fc.integer({ min: 1, max: 45 }).map(
    (days): Step =>
      () =>
        billing.advance({ days }),
  ),
);

test('the books agree after every step', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { id } = await makeAccount(billing);
      for (const one of steps) {
        await one(id);
        checkMoney(billing.server.tenant, id);
      }
      await tryTo('BillingAccount.deactivate', { id }, { reason: { id: '511' } });
      await billing.advance({ months: 2 });
      checkMoney(billing.server.tenant, id);
      checkWork(billing.server.tenant);
    }),
    // The short form plays the same stories each time; the long form looks for new ones and prints its seed.
    process.env['BILLWRIGHT_LONG'] ? { numRuns: 200 } : { numRuns: 30, seed: 1 },
  );
});
