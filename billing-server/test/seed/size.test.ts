import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { amountOf, sum } from '../../src/money/decimal.ts';
import { Tenant } from '../../src/domain/tenant.ts';
import { seedSize } from '../../src/seed/size.ts';
import { Store } from '../../src/store/store.ts';

function seeded(t: TestContext, count: number): Tenant {
  const tenant = new Tenant(new Store());
  tenant.clock.set('2026-03-10T15:00:00.000Z', true);
  seedSize(tenant, count);
  t.after(() => tenant.store.close());
  return tenant;
}

const everything = ({ tables }: Tenant): unknown =>
  Object.entries(tables).map(([name, table]) => [name, table.where('true')] as const);

test('the same size makes the same data', (t) => {
  assert.deepEqual(everything(seeded(t, 50)), everything(seeded(t, 50)));
});

test('as many accounts as asked for, each with its order and its running service', (t) => {
  const { tables } = seeded(t, 50);
  assert.equal(tables.account.count(), 50);
  assert.equal(tables.order.count("status = 'COMPLETED'"), 50);
  assert.equal(tables.service.count("status = 'ACTIVE'"), 50);
  for (const account of tables.account.where('true')) {
    const service = tables.service.first('account_id = ?', Number(account.id));
    assert.equal(service && tables.order.get(service.original_order.id)?.billing_account.id, account.id);
  }
});

test('charges, invoices, payments and balances agree to the cent', (t) => {
  const { tables } = seeded(t, 50);
  assert.ok(tables.invoice.count('open_account IS NOT NULL') > 0 && tables.payment.count() > 0);
  for (const account of tables.account.where('true')) {
    const invoices = tables.invoice.where('account_id = ?', Number(account.id));
    assert.ok(sum(invoices.map((one) => one.amount_to_pay)).equals(account.balance), account.id);
    for (const { id, amount, amount_to_pay: left } of invoices) {
      const items = sum(
        tables.invoiceItem.where('invoice_id = ?', Number(id)).map((item) => item.total_amount),
      );
      const charges = sum(tables.charge.where('invoice_id = ?', Number(id)).map((charge) => charge.amount));
      const paid = sum(tables.application.where('invoice_id = ?', Number(id)).map((one) => one.amount));
      assert.ok(
        items.equals(amount) && charges.equals(amount) && amountOf(amount).minus(paid).equals(left),
        id,
      );
    }
  }
});

test('new records get ids behind the seeded ones', (t) => {
  const tenant = seeded(t, 10);
  for (const table of Object.values(tenant.tables)) {
    const last = Number(tenant.store.get(`SELECT max(id) AS id FROM ${table.name}`)?.['id'] ?? 0);
    assert.ok(Number(table.nextId()) > last, table.name);
  }
});

test('all indexes are there afterwards', (t) => {
  const indexes = ({ store }: Tenant): unknown =>
    store.all("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");
  const empty = new Tenant(new Store());
  t.after(() => empty.store.close());
  assert.deepEqual(indexes(seeded(t, 3)), indexes(empty));
});
