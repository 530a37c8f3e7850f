/** Two people who run the same new record in the same moment, interleaved between two callouts. Over real HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Office } from '../src/office.ts';

// In a suite, so that opening the office is not counted as part of the first test.
describe('twins', () => {
  let office: Office;
  before(async () => {
    office = await Office.open();
  });
  after(() => office.close());

  const runIdOf = (recordId: string): string =>
    String(
      office.query(
        `SELECT RunId__c FROM BillingOperation__c WHERE RecordId__c = '${recordId}' ORDER BY Name LIMIT 1`,
      )[0]?.RunId__c,
    );

  /** The administrator's run stands still after it has looked; meanwhile the rep runs the same record from begin to end. */
  function interleave(id: string): void {
    office.execute(`BillingSyncController.preview(new List<String>{ '${id}' });`);
    const theirs = office.preview([id]);
    const { exception } = office.org.execute(`BillingSyncController.run('${runIdOf(id)}', null);`, {
      pause: { at: { afterCallout: 1 }, meanwhile: () => void office.run(theirs) },
    });
    assert.equal(exception, null);
  }

  /** What became of the operation that came second. */
  function secondOf(id: string): {
    readonly state: unknown;
    readonly reason: unknown;
    readonly billingId: unknown;
  } {
    const [second] = office.query(
      `SELECT State__c, Reason__c, BillingId__c FROM BillingOperation__c WHERE RecordId__c = '${id}' AND State__c != 'Done'`,
    );
    return { state: second?.State__c, reason: second?.Reason__c, billingId: second?.BillingId__c };
  }

  const linksOf = (id: string): readonly unknown[] =>
    office
      .query(`SELECT BillingNumber__c FROM BillingLink__c WHERE RecordId__c = '${id}'`)
      .map(({ BillingNumber__c }) => BillingNumber__c);

  test('a billing system that checks keys refuses the twin', async () => {
    const [id = ''] = office.addAccounts(1);
    interleave(id);

    const [made, ...twins] = await office.billing.madeBy([id]);
    assert.equal(twins.length, 0);
    assert.deepEqual(linksOf(id), [made?.account_num]);
    const { state, reason } = secondOf(id);
    assert.deepEqual({ state, reason }, { state: 'Failed', reason: 'billingRejected' });
  });

  test('where billing does not check keys, the twin is told and never linked', async () => {
    await office.billing.setFidelity({ duplicateExternalAccountNum: 'accept' });
    const [id = ''] = office.addAccounts(1);
    interleave(id);

    const made = await office.billing.madeBy([id]);
    assert.equal(made.length, 2, 'The platform lets nobody claim a record before a callout.');
    const [linked, ...others] = linksOf(id);
    assert.equal(others.length, 0, 'One is linked.');
    const twin = made.find(({ account_num }) => account_num !== linked);
    assert.deepEqual(secondOf(id), { state: 'Parked', reason: 'duplicateInBilling', billingId: twin?.id });
  });

  test('who comes second finds what the first has made, where it is there already', async () => {
    const ids = office.addAccounts(1);
    const [id = ''] = ids;
    office.execute(`BillingSyncController.preview(new List<String>{ '${id}' });`);
    const theirs = office.preview(ids);
    office.run(theirs);
    office.execute(`BillingSyncController.run('${runIdOf(id)}', null);`);

    assert.equal((await office.billing.madeBy(ids)).length, 1);
  });
});
