/** Invoices, payments, usage and the clock, over HTTP. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Body, Many } from '../support/body.ts';
import { Billing, IDS } from '../support/billing.ts';
import { internetItem, makeAccount, runningService, sell } from '../support/flows.ts';

let billing: Billing;
let account: string;

beforeEach(async () => {
  billing = await Billing.start();
  account = (await makeAccount(billing)).id;
});
afterEach(() => billing.stop());

const by = (id: string): { params: { id: string } } => ({ params: { id } });
const read = (): Promise<Body> => billing.ok('BillingAccount.read', by(account));
const invoices = (of = account): Promise<Many> =>
  billing.list('Invoice.list', { query: { billing_account_id: of } });
const pay = (amount: number | string, more: Readonly<Record<string, unknown>> = {}): Promise<Body> =>
  billing.ok('Payment.create', { body: { amount, billing_account: { id: account }, ...more } });

test('a year of billing is played in one go, in order', async () => {
  for (let made = 0; made < 10; made += 1) await runningService(billing, (await makeAccount(billing)).id);
  await runningService(billing, account, { selected_agreement: { id: '11' } });
  await billing.control('POST', '/clock', { advance: { years: 1 } });
  const all = await invoices();
  assert.equal(all.length, 12);
  const dates = all.map(({ occurred_on: on }) => Date.parse(on));
  assert.deepEqual(
    dates,
    [...dates].sort((one, other) => one - other),
  );
});

test('proration by days at the start, a whole month afterwards, tax on top', async () => {
  await billing.control('PATCH', '/fidelity', { taxPercent: '8.25' });
  await runningService(billing, account, { requested_effective_date: '2025-03-11T00:00:00-06:00' });
  await billing.advance({ months: 2 });
  const [first, second] = await invoices();
  // 21 of 31 days of March and the whole of April, each rounded: 60.29 + 89.00, and tax on the sum.
  assert.deepEqual(
    first.invoice_items.map((item) => [
      item.type,
      (item as unknown as { total_amount: number }).total_amount,
    ]),
    [
      ['SERVICE', 60.29],
      ['SERVICE', 89],
      ['TAX', 12.32],
    ],
  );
  assert.equal(first.amount, 161.61);
  assert.equal(second?.amount, 96.34);
  assert.equal((await read()).balance, 257.95);
});

test('an exempt account pays no tax', async () => {
  await billing.control('PATCH', '/fidelity', { taxPercent: '20' });
  account = (await makeAccount(billing, { tax_exempt: true })).id;
  await sell(billing, account, [{ product: { id: IDS.router }, quantity: 1 }], { invoice_order: true });
  assert.equal((await invoices())[0].amount, 189);
});

test('payments pay the oldest invoices; what is left waits for the next', async () => {
  await runningService(billing, account);
  await billing.advance({ months: 2 });
  const [first, second] = await invoices();
  const payment = await pay((first.amount + 10).toFixed(2));
  assert.equal(payment.unapplied_amount, 0);
  const [paid, open] = await invoices();
  assert.deepEqual(
    [paid.status, open?.amount_to_pay],
    ['CLOSED', Number(((second?.amount ?? 0) - 10).toFixed(2))],
  );
  const more = await pay('500.00');
  assert.ok(more.unapplied_amount > 0);
  assert.ok((await read()).balance < 0);
  await billing.advance({ months: 1 });
  assert.equal((await invoices())[2]?.status, 'CLOSED');
});

test('a refund opens what the payment has paid', async () => {
  await runningService(billing, account);
  await billing.advance({ months: 1 });
  const [{ amount }] = await invoices();
  const payment = await pay(amount);
  await billing.ok('Payment.applyRefund', { ...by(payment.id), body: { amount: 20 } });
  assert.deepEqual(
    [(await invoices())[0].status, (await invoices())[0].amount_to_pay, (await read()).balance],
    ['OPEN', 20, 20],
  );
  assert.match(
    await billing.refused('Payment.applyRefund', 422, { ...by(payment.id), body: { amount: 100_000 } }),
    /^amount must not be more than/,
  );
  assert.match(
    await billing.refused('Payment.cancel', 422, {
      ...by(payment.id),
      body: { reason: { id: '541' }, partial: false },
    }),
    /^refunded_amount/,
  );
});

test('overdue: marked after the due date, late fee, collection, and out of it when paid', async () => {
  await billing.control('PATCH', '/fidelity', { lateFee: '5.00', collectionAfterDays: 10 });
  await runningService(billing, account);
  await billing.advance({ months: 2, days: 5 });
  assert.equal((await invoices())[0].late_fee_charged, true);
  assert.equal((await read()).pending_charges_total, 5);
  await billing.advance({ days: 10 });
  assert.equal((await read()).status, 'COLLECTION');
  await pay((await read()).balance);
  assert.equal((await read()).status, 'ACTIVE');
});

test('a stored method pays by itself, unless the invoice is disputed or the card is declined', async () => {
  const store = (key: string): Promise<Body> =>
    billing.ok('RecurringPayment.create', {
      ...by(account),
      body: { payment_method: { payment_method_type: 'referenced', reference_key: key } },
    });
  await billing.ok('BillingAccount.update', { ...by(account), body: { auto_payment_authorized: true } });
  await store('good-card');
  await runningService(billing, account);
  await billing.control('POST', '/clock', { set: '2025-04-02T00:00:00-05:00' });
  assert.equal((await invoices())[0].status, 'OPEN', 'the category waits three days');
  await billing.advance({ days: 4 });
  assert.equal((await invoices())[0].status, 'CLOSED');
  await billing.control('POST', '/clock', { set: '2025-05-02T00:00:00-05:00' });
  await billing.control('PATCH', `/invoices/${(await invoices())[1]?.id}`, { disputed: true });
  await billing.advance({ days: 4 });
  assert.deepEqual([(await invoices())[1]?.status, (await invoices())[1]?.disputed], ['OPEN', true]);
  const declined = await store('decline-always');
  assert.equal(declined.auto_payment, false, 'the first method stays the automatic one');
  const [method] = await billing.list('RecurringPayment.list', by(account));
  await billing.ok('RecurringPayment.end', { params: { id: account, rp_id: method.id } });
  assert.match(
    await billing.refused('Payment.create', 422, {
      body: { amount: 1, billing_account: { id: account }, use_recurring_payment: true },
    }),
    /^use_recurring_payment/,
  );
  await billing.ok('RecurringPayment.create', {
    ...by(account),
    body: {
      payment_method: { payment_method_type: 'referenced', reference_key: 'decline' },
      auto_payment: true,
    },
  });
  assert.equal((await pay(1, { use_recurring_payment: true })).status, 'PROCESSING_ERROR');
});

test('less than the least amount waits for the next invoice', async () => {
  await billing.ok('BillingAccount.update', { ...by(account), body: { minimum_invoice_amount: 30 } });
  await sell(billing, account, [{ product: { id: '3110' }, quantity: 1 }]);
  await billing.advance({ months: 2 });
  assert.equal((await invoices()).length, 0);
  await billing.advance({ months: 2 });
  assert.equal((await invoices()).length, 1);
});

test('another account may pay', async () => {
  const payer = (await makeAccount(billing)).id;
  await billing.ok('BillingAccount.update', { ...by(account), body: { responsible_account: { id: payer } } });
  await runningService(billing, account);
  await billing.advance({ months: 1 });
  assert.equal((await invoices()).length, 0);
  assert.equal((await invoices(payer)).length, 1);
});

test('bill on demand takes what waits, and says when there is nothing', async () => {
  assert.match(
    await billing.refused('BillingAccount.billOnDemand', 422, by(account)),
    /^pending_charges_total: there is nothing to bill/,
  );
  await sell(billing, account, [{ product: { id: IDS.router }, quantity: 2 }]);
  assert.equal((await read()).pending_charges_total, 378);
  await billing.ok('BillingAccount.billOnDemand', by(account));
  assert.deepEqual([(await read()).pending_charges_total, (await read()).balance], [0, 378]);
});

test('scheduled charges come on their day, while the service runs', async () => {
  const charges = [{ description: 'Second visit', amount: '50.00', charge_date: '2025-03-20' }];
  const order = await sell(billing, account, [internetItem({ scheduled_charges: charges })]);
  await billing.advance({ days: 20 });
  const read = await billing.ok('Order.read', by(order.id));
  assert.equal(read.order_items[0].scheduled_charges[0].invoiced, true);
  await billing.advance({ days: 20 });
  assert.ok((await invoices())[0].invoice_items.some(({ description }) => description === 'Second visit'));
});

test('adjustments: a credit pays invoices, a debit comes on the next one, reasons have rules', async () => {
  await runningService(billing, account);
  await billing.advance({ months: 1 });
  const [{ amount }] = await invoices();
  const credit = await billing.ok('Adjustment.create', {
    ...by(account),
    body: { amount: 30, credit: true, reason: { id: '531' } },
  });
  assert.equal((await read()).balance, amount, 'pending adjustments do not count');
  await billing.ok('Adjustment.post', by(credit.id));
  assert.equal((await invoices())[0].amount_to_pay, Number((amount - 30).toFixed(2)));
  assert.match(
    await billing.refused('Adjustment.create', 422, {
      ...by(account),
      body: { amount: 1, credit: false, reason: { id: '531' } },
    }),
    /is for credits only/,
  );
  const debit = await billing.ok('Adjustment.create', {
    ...by(account),
    body: { amount: 12.5, credit: false, reason: { id: '532' } },
  });
  await billing.ok('Adjustment.post', by(debit.id));
  await billing.advance({ months: 1 });
  assert.ok((await invoices())[1]?.invoice_items.some(({ type }) => type === 'ADJUSTMENT'));
  assert.match(await billing.refused('Adjustment.reverse', 422, by(debit.id)), /^invoiced/);
});

test('amounts have no more digits than the currency, and are positive', async () => {
  for (const amount of [0, -1, '1.005'])
    assert.match(
      await billing.refused('Payment.create', 422, { body: { amount, billing_account: { id: account } } }),
      /^amount /,
    );
});

const CALLS = { usage_uom: 'MINUTE', start_time: '2025-03-02T12:00:00-06:00' };

async function sipTrunk(): Promise<string> {
  const identifier = `sip-${account}`;
  await sell(billing, account, [
    { product: { id: '3120' }, quantity: 1, service_resources: [{ identifier }] },
  ]);
  return identifier;
}

test('usage: included units are free, each event fails alone, the sum comes on the invoice', async () => {
  const service_resource_identifier = await sipTrunk();
  const event = { ...CALLS, service_resource_identifier };
  const events = [
    { ...event, usage_amount: 400, reference_id: 'a', sequence_id: '1' },
    { ...event, usage_amount: '200.123456789', reference_id: 'a', sequence_id: '2' },
    { ...event, usage_amount: 1, service_resource_identifier: 'nobody' },
    { ...event, usage_amount: 1, usage_uom: 'DAY' },
    { ...event, usage_amount: 5, reference_id: 'a', sequence_id: '1' },
  ];
  const answer = await billing.call('UsageEvent.rate', {
    body: { mode: 'FAIL_ON_EXISTING', usage_events: events },
  });
  assert.match(answer.text, /"total_charge":1\.2515432098625/, 'charges keep all their digits');
  assert.equal(answer.body.rated_events[0].total_charge, 0);
  assert.deepEqual(
    answer.body.erred_events.map(({ code }) => code),
    ['400', '400', '400'],
  );
  assert.equal((await read()).pending_charges_total, Number((1.25).toFixed(2)));
  await billing.advance({ months: 1 });
  const [invoice] = await invoices();
  assert.ok(
    invoice.invoice_items.some(
      (item) => item.type === 'USAGE' && (item as unknown as { total_amount: number }).total_amount === 1.25,
    ),
  );
  const [rated] = answer.body.rated_events;
  assert.match(
    await billing.refused('UsageEvent.voidEvents', 422, {
      body: { mode: 'BY_ID', usage_events: [{ id: rated.id }] },
    }),
    /is billed and can not be voided/,
  );
});

test('usage: an overwrite voids the earlier event; fifty events and not one more', async () => {
  const event = {
    ...CALLS,
    service_resource_identifier: await sipTrunk(),
    usage_amount: 600,
    reference_id: 'r',
    sequence_id: '1',
  };
  const rate = (mode: string, usage_events: unknown[]): Promise<Body> =>
    billing.ok('UsageEvent.rate', { body: { mode, usage_events } });
  const first = (await rate('FAIL_ON_EXISTING', [event])).rated_events[0];
  const second = (await rate('OVERWRITE_ON_EXISTING', [{ ...event, usage_amount: 700 }])).rated_events[0];
  assert.deepEqual(
    [second.overwritten_event_id, second.overwrite_counter, second.total_charge],
    [first.id, 1, 2.5],
  );
  assert.equal((await read()).pending_charges_total, 2.5);
  await billing.ok('UsageEvent.voidEvents', {
    body: { mode: 'BY_REF_SEQ', usage_events: [{ reference_id: 'r', sequence_id: '1' }] },
  });
  assert.equal((await read()).pending_charges_total, 0);
  const many = Array.from({ length: 51 }, () => event);
  assert.match(
    await billing.refused('UsageEvent.rate', 422, { body: { mode: 'FAIL_ON_EXISTING', usage_events: many } }),
    /at most 50/,
  );
});

test('the clock: read, set, moved; going back undoes nothing; limits are named', async () => {
  assert.equal((await billing.control('GET', '/clock')).frozen, true);
  const back = await billing.control('POST', '/clock', { set: '2025-03-01T12:00:00Z' });
  assert.deepEqual([back.now, back.work_done], ['2025-03-01T06:00:00-06:00', 0]);
  for (const body of [
    { set: 'soon' },
    { advance: { days: -1 } },
    { advance: { fortnights: 1 } },
    { set: '2999-01-01' },
    { set: '2025-04-01', advance: { days: 1 } },
    [],
  ]) {
    assert.equal((await billing.send('POST', '/_control/clock', { body })).status, 422, JSON.stringify(body));
  }
  await billing.control('POST', '/clock', { frozen: false });
  const running = await billing.control('GET', '/clock');
  assert.equal(running.frozen, false);
});

test('the cycle of a month billed on the 15th', async () => {
  account = (await makeAccount(billing, { bill_cycle: { id: '211', bill_cycle_type: 'monthly' } })).id;
  await runningService(billing, account);
  await billing.advance({ months: 2 });
  assert.deepEqual(
    (await invoices()).map(({ occurred_on: on }) => on.slice(0, 10)),
    ['2025-03-15', '2025-04-15'],
  );
});
