/** Whatever goes wrong at whichever step: never a duplicate, nothing lost. Over real HTTP, in the background. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Office } from '../src/office.ts';
import { bulk, change, refresh } from '../src/work.ts';

/** Forms that the billing server knows. */
const FAULTS = [
  'drop-before-commit',
  'commit-then-drop',
  'status=429, retry-after=1',
  'status=500',
  'status=503',
  'html=502',
  'empty',
  'truncated',
  'slow-body=300',
] as const;

const FEW = 3;

describe('faults', () => {
  let office: Office;
  before(async () => {
    office = await Office.open();
    office.automate('Automatic');
  });
  after(() => office.close());
  afterEach(async () => {
    assert.notDeepEqual(await office.billing.faultsMet(), {}, 'The fault was met.');
    await office.billing.clearFaults();
  });

  async function demandEachOnce(ids: readonly string[]): Promise<void> {
    const made = await office.billing.madeBy(ids);
    const found = office.query(
      `SELECT RecordId__c, BillingId__c FROM BillingLink__c WHERE RecordId__c IN ('${ids.join("', '")}')`,
    );
    assert.equal(made.length, ids.length, 'One in billing for each, and no twin.');
    assert.deepEqual(
      Object.fromEntries(found.map(({ RecordId__c, BillingId__c }) => [RecordId__c, BillingId__c])),
      Object.fromEntries(made.map(({ external_account_num, id }) => [external_account_num, id])),
      'Each is linked to its own.',
    );
    assert.deepEqual(office.query("SELECT State__c FROM BillingOperation__c WHERE State__c != 'Done'"), []);
  }

  for (const fault of FAULTS) {
    test(`${fault} while looking`, async () => {
      const ids = office.addAccounts(FEW);
      await office.billing.fault('BillingAccount.list', fault);
      bulk(office, ids);
      await demandEachOnce(ids);
    });

    test(`${fault} while looking again`, async () => {
      const ids = office.addAccounts(FEW);
      const preview = office.preview(ids);
      await office.billing.fault('BillingAccount.list', fault);
      office.run(preview);
      office.finishJobs();
      await demandEachOnce(ids);
    });

    test(`${fault} while making the second of three`, async () => {
      const ids = office.addAccounts(FEW);
      const first = office.preview(ids.slice(0, 1));
      const others = office.preview(ids.slice(1));
      office.run(first);
      await office.billing.fault('BillingAccount.create', fault);
      office.run(others);
      office.finishJobs();
      await demandEachOnce(ids);
    });

    test(`${fault} while changing`, async () => {
      office.addAccounts(1);
      change(office, 1, fault);
      await office.billing.fault('BillingAccount.update', fault);
      refresh(office);
      assert.deepEqual(office.query("SELECT State__c FROM BillingOperation__c WHERE State__c != 'Done'"), []);
      const [changed] = await office.billing.accounts('external_account_num', office.firstLinked());
      assert.equal(changed?.responsible_party.addresses.find(({ city }) => city)?.city, fault);
    });
  }

  describe('billing does it and answers too late: the client gives up after its 20 s, here after less', () => {
    before(() => {
      office.patience = 800;
    });
    after(() => {
      office.patience = Infinity;
    });
    const TOO_LATE = 'slow-body=4000';

    test('what was made is found and linked, not made again', async () => {
      const ids = office.addAccounts(FEW);
      const preview = office.preview(ids);
      await office.billing.fault('BillingAccount.create', TOO_LATE);
      const [first, second] = office.run(preview).items;
      assert.equal(first?.state, 'waiting', 'Nobody knows what was done.');
      assert.equal(first?.reason?.name, 'billingUnavailable');
      assert.equal(second?.state, 'waiting', 'A system that does not answer is not asked for the next one.');
      assert.equal((await office.billing.madeBy(ids)).length, 1, 'It was done.');
      office.patience = Infinity;
      office.finishJobs();
      await demandEachOnce(ids);
      office.patience = 800;
    });

    test('what was changed is found changed', async () => {
      office.addAccounts(1);
      change(office, 1, 'Plano');
      await office.billing.fault('BillingAccount.update', TOO_LATE);
      office.execute('BillingRefresh.start();');
      const [changed] = await office.billing.accounts('external_account_num', office.firstLinked());
      assert.equal(
        changed?.responsible_party.addresses.find(({ city }) => city)?.city,
        'Plano',
        'It was done.',
      );
      office.finishJobs();
      assert.deepEqual(office.query("SELECT State__c FROM BillingOperation__c WHERE State__c != 'Done'"), []);
    });

    test('what could not be read in time is read again', async () => {
      const ids = office.addAccounts(FEW);
      await office.billing.fault('BillingAccount.list', TOO_LATE);
      bulk(office, ids);
      await demandEachOnce(ids);
    });
  });

  test('a record that somebody holds while it is written is linked, and takes its values over later', async () => {
    const ids = office.addAccounts(FEW);
    const preview = office.preview(ids);
    await office.billing.fault('BillingAccount.list', 'latency=1');
    const release = office.org.kernel.locks.hold(ids.slice(0, 1));
    const [held, free] = office.run(preview).items;
    assert.deepEqual([held?.state, held?.reason?.name], ['waiting', 'recordNotSaved']);
    assert.equal(free?.state, 'done', 'It stops nobody else.');
    release();
    office.finishJobs();
    await demandEachOnce(ids);
    assert.deepEqual(
      office.query(`SELECT COUNT() FROM Account WHERE BillingAccountId__c != NULL AND Id = '${ids[0]}'`),
      [{ count: 1 }],
    );
  });

  test('what a killed job held goes on at once', async () => {
    const ids = office.addAccounts(FEW);
    const { jobs } = office.org.kernel;
    const preview = office.preview(ids);
    await office.billing.fault('BillingAccount.create', 'status=503');
    office.run(preview);
    office.wait(5);
    jobs.runNext({ kill: { afterCallout: 3 } });
    assert.equal((await office.billing.madeBy(ids)).length, 2, 'What was made is there, and not known here.');
    assert.equal(jobs.waiting.length, 1, 'Its finalizer has started the next one.');
    office.finishJobs();
    await demandEachOnce(ids);
  });

  test('a job that is killed after the third callout, with its finalizer, has lost nothing', async () => {
    const ids = office.addAccounts(FEW);
    const { jobs } = office.org.kernel;
    const preview = office.preview(ids);
    await office.billing.fault('BillingAccount.create', 'status=503');
    office.run(preview);
    office.wait(5);
    jobs.runNext({ kill: { afterCallout: 3 }, losesFinalizer: true });
    assert.equal(jobs.waiting.length, 0, 'Nobody goes on by itself.');
    assert.equal((await office.billing.madeBy(ids)).length, 2, 'What was made is there, and not known here.');

    office.wait(40);
    office.execute('new BillingRunnerTask().work();');
    office.finishJobs();
    await demandEachOnce(ids);
  });
});
