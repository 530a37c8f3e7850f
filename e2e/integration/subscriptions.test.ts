/** What can go wrong with a subscription, which only shows what billing has: over HTTP, through the package's Apex. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { OrderBook } from '../src/order-book.ts';

/** What the platform says to a person who edits what only code writes. */
const NOT_THEIRS = /access|permission|writeable|editable/i;

describe('subscriptions', () => {
  let book: OrderBook;
  let subscription: string;
  let service: string;
  before(async () => {
    book = await OrderBook.open();
    const [order] = book.addOrders(1, [{ product: 'NET-500', fields: { Term__c: 'term' } }]);
    book.run(book.preview([String(order)]));
    const [made] = book.query(`SELECT Id, Identity__c FROM Subscription__c WHERE Order__c = '${order}'`);
    subscription = String(made?.Id);
    service = String(made?.Identity__c).split(':').at(-1) ?? '';
  });
  after(async () => {
    await book.close();
  });
  afterEach(async () => {
    book.patience = Infinity;
    await book.billing.clearFaults();
  });

  const statusHere = (): string =>
    String(book.query(`SELECT Status__c FROM Subscription__c WHERE Id = '${subscription}'`)[0]?.Status__c);

  async function suspend(): Promise<void> {
    const [reason] = await book.billing.get<{ id: string }[]>('/billing/2/service-suspension-reasons');
    await book.billing.post(`/billing/2/services/${service}/suspend`, { reason: { id: reason?.id } });
  }

  /** What only an admin with a loading tool can do, or somebody's trigger. */
  const edit = (status: string): void => {
    book.execute(`update as system new Subscription__c(Id = '${subscription}', Status__c = '${status}');`);
  };

  for (const [what, fault] of [
    ['no answer', 'drop-before-commit'],
    ['an answer after the time-out', 'slow-body=4000'],
    ['a failure', 'status=503'],
    ['half an answer', 'truncated'],
  ] as const) {
    test(`${what} to the first look is told, and nothing changes`, async () => {
      edit('Cancelled');
      book.patience = 800;
      await book.billing.fault('Service.list', fault);
      const [item] = book.preview([subscription]).items;
      assert.equal(item?.outcome, 'blocked');
      assert.deepEqual(
        item.reasons.map(({ name }) => name),
        ['billingUnavailable'],
      );
      assert.equal(statusHere(), 'Cancelled');
    });

    test(`${what} to the second look: the operation waits and is done by itself`, async () => {
      edit('Cancelled');
      const preview = book.preview([subscription]);
      book.patience = 800;
      await book.billing.fault('Service.list', fault);
      const [atOnce] = book.run(preview);
      assert.equal(atOnce?.state, 'waiting');
      assert.equal(statusHere(), 'Cancelled');
      book.patience = Infinity;
      book.finishJobs();
      assert.equal(book.progress(preview)[0]?.state, 'done');
      assert.equal(statusHere(), 'Active');
    });
  }

  test('a conflict is impossible: people may not edit what billing decides', () => {
    const { success, exception } = book.org.executeAs(
      book.rep,
      `update as user new Subscription__c(Id = '${subscription}', Status__c = 'Cancelled');`,
    );
    assert.equal(success, false);
    assert.match(String(exception), NOT_THEIRS);
    assert.equal(book.preview([subscription]).items[0]?.outcome, 'unchanged');
  });

  test('an edit around that is told as a difference that billing decides, and is overwritten', async () => {
    await suspend();
    edit('Cancelled');
    const preview = book.preview([subscription]);
    const [item] = preview.items;
    assert.equal(item?.outcome, 'updateSalesforce', 'Both sides changed, and yet nobody is asked.');
    assert.deepEqual(
      item.changes
        .filter(({ fieldName }) => fieldName === 'Status__c')
        .map(({ owner, direction, salesforceValue, newValue }) => [
          owner,
          direction,
          salesforceValue,
          newValue,
        ]),
      [['billing', 'toSalesforce', 'Cancelled', 'Suspended']],
    );
    assert.equal(book.run(preview)[0]?.state, 'done');
    assert.equal(statusHere(), 'Suspended');
  });
});
