/** Counts what a synchronisation costs over real HTTP, beside what the API forces. The numbers are in docs/performance.md. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Counts } from '../src/counts.ts';
import { changing, comparing, creating, type Floor } from '../src/floor.ts';
import { Office } from '../src/office.ts';
import { bulk, change, refresh } from '../src/work.ts';

/** `BILLWRIGHT_LONG=1` adds the size that takes minutes; `npm run bench -- sync` measures it, too. */
const SIZES = [1, 50, 200, 1000, ...(process.env.BILLWRIGHT_LONG === undefined ? [] : [10_000])];

/** More than the floor by what a job looks at again before it writes: at most two lists for each transaction. */
function demandNear(
  { callouts, transactions, finalizers, failures }: Counts,
  floor: Floor,
  written: number,
): void {
  const transactionsOfRunner = Math.ceil(written / 96);
  assert.deepEqual(failures, []);
  assert.ok(callouts >= floor.callouts, `${callouts} callouts are fewer than the floor.`);
  assert.ok(
    callouts <= floor.callouts + 2 * transactionsOfRunner,
    `${callouts} callouts where ${floor.callouts} are the floor`,
  );
  // A start, what looks at a thousand records at a time, and what writes.
  assert.ok(
    transactions <= 2 + Math.ceil(floor.callouts / 20) + transactionsOfRunner,
    `${transactions} transactions`,
  );
  assert.ok(finalizers <= transactions, 'At most one behind each job.');
}

for (const size of SIZES) {
  describe(`${size} accounts in the background`, () => {
    let office: Office;
    let ids: string[];

    before(async () => {
      office = await Office.open();
      office.automate('Automatic');
      ids = office.addAccounts(size);
    });
    after(() => office.close());

    test('first: each is made once and linked', async () => {
      const counts = bulk(office, ids);

      demandNear(counts, creating(size), size);
      assert.deepEqual(office.query('SELECT COUNT() FROM BillingLink__c'), [{ count: size }]);
      assert.equal((await office.billing.madeBy(ids)).length, size);
    });

    test('again: nothing has changed, nothing is written', () => {
      const counts = refresh(office);

      demandNear(counts, comparing(size), 0);
      assert.equal(counts.callouts, comparing(size).callouts);
      assert.equal(counts.rows, 1, 'Only that a refresh has begun.');
    });

    test('again: one in a hundred has changed here', () => {
      const changed = Math.ceil(size / 100);
      change(office, changed);
      const counts = refresh(office);

      demandNear(counts, changing(size, changed), changed);
      assert.deepEqual(
        office.query(
          "SELECT COUNT() FROM BillingOperation__c WHERE Kind__c = 'updateBilling' AND State__c = 'Done'",
        ),
        [{ count: changed }],
      );
    });
  });
}

describe('by a click', () => {
  let office: Office;
  before(async () => {
    office = await Office.open();
  });
  after(() => office.close());

  for (const { size, calls, expected } of [
    { size: 1, calls: 2, expected: 4 },
    { size: 50, calls: 2, expected: 53 },
    { size: 200, calls: 2, expected: 213 },
  ]) {
    test(`${size} are made`, () => {
      const ids = office.addAccounts(size);
      office.counter.take();
      const preview = office.preview(ids);
      office.run(preview);
      const clicked = office.counter.take();
      office.finishJobs();
      const later = office.counter.take();

      assert.equal(clicked.transactions, calls, 'Preview and run.');
      assert.equal(clicked.callouts + later.callouts, expected);
      const states = new Set(office.progress(preview).items.map(({ state }) => state));
      assert.deepEqual([...states], ['done']);
    });

    test(`${size} are unchanged: one call and no more`, () => {
      const ids = office.query(
        `SELECT Id FROM Account WHERE BillingAccountId__c != NULL ORDER BY Id LIMIT ${size}`,
      );
      office.counter.take();
      const preview = office.preview(ids.map(({ Id }) => String(Id)));
      const counts = office.counter.take();

      assert.equal(preview.runId ?? null, null);
      assert.equal(counts.callouts, comparing(size).callouts);
      assert.equal(counts.rows, size === 1 ? 1 : 0, 'A single one notes the moment.');
    });
  }
});
