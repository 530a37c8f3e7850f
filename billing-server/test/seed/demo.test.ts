import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';
import { registerWork } from '../../src/domain/due.ts';
import { Tenant } from '../../src/domain/tenant.ts';
import { amountOf, sum } from '../../src/money/decimal.ts';
import { seedDemo } from '../../src/seed/demo.ts';
import { Store } from '../../src/store/store.ts';

let tenant: Tenant;

before(() => {
  tenant = new Tenant(new Store());
  registerWork(tenant);
  tenant.clock.set('2026-03-20T15:00:00.000Z', true);
  seedDemo(tenant);
});

after(() => tenant.store.close());

const statuses = (table: string): string[] =>
  tenant.store
    .all(`SELECT DISTINCT status FROM ${table} ORDER BY status`)
    .map(({ status }) => String(status));

test('there is an account in every state', () => {
  assert.deepEqual(statuses('billing_account'), [
    'ACTIVE',
    'CLOSED',
    'COLLECTION',
    'DEACTIVATED',
    'FINAL_BILL',
    'PENDING',
    'SUSPENDED',
  ]);
});

test('there are orders in every state that a sale goes through, and services that wait, try, run, rest and have ended', () => {
  assert.deepEqual(statuses('orders'), ['APPROVED', 'CANCELED', 'COMPLETED', 'DRAFT', 'IN_PROGRESS']);
  assert.deepEqual(statuses('service'), [
    'ACTIVE',
    'DEACTIVATED',
    'REPLACED',
    'SCHEDULED',
    'SUSPENDED',
    'TRIAL',
  ]);
});

test('a year of billing has left invoices paid, open and overdue, payments, usage, taxes and a credit', () => {
  const { invoice, payment, invoiceItem, adjustment, usageEvent, history } = tenant.tables;
  assert.ok(invoice.count('open_account IS NOT NULL') > 3);
  assert.ok(invoice.where('true').some(({ overdue }) => overdue));
  assert.ok(invoice.where('true').filter(({ status }) => status === 'CLOSED').length > 40);
  assert.ok(payment.count("status = 'COMPLETED'") > 30);
  const types = new Set<string>(invoiceItem.where('true').map(({ type }) => type));
  for (const type of ['SERVICE', 'PRODUCT', 'USAGE', 'TAX']) assert.ok(types.has(type), type);
  assert.ok(adjustment.where('true').some(({ credit, status }) => credit && status === 'POSTED'));
  assert.ok(usageEvent.count() > 50 && history.count() > 200);
});

test('every account adds up: its balance is what its invoices leave to pay less what is not applied', () => {
  const { account, invoice, payment, adjustment } = tenant.tables;
  for (const { id, balance } of account.where('true')) {
    const open = sum(invoice.where('account_id = ?', Number(id)).map((one) => one.amount_to_pay));
    const unapplied = sum([
      ...payment.where('account_id = ?', Number(id)).map((one) => one.unapplied_amount),
      ...adjustment
        .where('account_id = ?', Number(id))
        .filter((one) => one.credit)
        .map((one) => one.unapplied_amount),
    ]);
    assert.ok(
      open.minus(unapplied).equals(balance),
      `${id}: ${open.toFixed()} - ${unapplied.toFixed()} is not ${balance}`,
    );
  }
});

test("the account, product, price, term and field of the API reference's samples are there", () => {
  const { account, product, productPrice, agreement, customField } = tenant.tables;
  assert.equal(account.get('50211')?.status, 'ACTIVE');
  assert.ok(
    product.get('3102') &&
      product.get('3177') &&
      productPrice.get('8801') &&
      agreement.get('12') &&
      customField.get('52'),
  );
});

test('the story can be played at any time of the year, and time goes on behind it', () => {
  for (const month of ['01', '05', '08', '10', '12']) {
    const other = new Tenant(new Store());
    registerWork(other);
    other.clock.set(`2027-${month}-${month === '05' ? '31' : '01'}T06:30:00.000Z`, true);
    seedDemo(other);
    const before = other.tables.invoice.count();
    other.work.runUntil(other.zone.plusMonths(other.now(), 3));
    assert.ok(other.tables.invoice.count() > before, month);
    assert.ok(other.tables.account.where('true').every(({ balance }) => amountOf(balance).isFinite()));
    other.store.close();
  }
});
