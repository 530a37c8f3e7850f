/** What the heartbeat does, what stops it, and what each automation level allows. Over real HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Office } from '../src/office.ts';
import { change, refresh } from '../src/work.ts';

const MANY = 250;

describe('background', () => {
  let office: Office;
  let ids: string[];
  before(async () => {
    office = await Office.open();
    office.automate('Automatic');
    ids = office.addAccounts(MANY);
  });
  after(() => office.close());

  const states = (): Record<string, number> =>
    Object.fromEntries(
      office
        .query('SELECT State__c, COUNT(Id) amount FROM BillingOperation__c GROUP BY State__c')
        .map(({ State__c, amount }) => [String(State__c), Number(amount)]),
    );
  const made = async (): Promise<number> => (await office.billing.madeBy(ids)).length;
  const cityOf = async (recordId: string): Promise<unknown> => {
    const [account] = await office.billing.accounts('external_account_num', recordId);
    return account?.responsible_party.addresses.find(({ city }) => city)?.city;
  };

  test('the kill switch ends a run between two transactions, and it goes on afterwards', async () => {
    const { jobs } = office.org.kernel;
    office.execute(`
      List<Id> ids = new List<Id>();
      for (Account one : [SELECT Id FROM Account WHERE BillingAccountId__c = NULL]) {
        ids.add(one.Id);
      }
      BillingBulkSync.start(ids);
      BillingSettings.pause('Test');`);
    assert.equal(await made(), 0, 'Paused before it began.');
    office.execute('BillingSettings.resume();');
    office.wait(10);
    jobs.runNext(); // what looks,
    jobs.runNext(); // its finalizer,
    jobs.runNext(); // and the first transaction of the runner
    assert.equal(await made(), 96, 'One transaction of the runner.');
    office.execute("BillingSettings.pause('Test');");
    office.finishJobs();
    assert.equal(await made(), 96, 'Nobody is asked while everything is paused.');
    assert.equal(jobs.waiting.length, 0, 'The chain has ended.');
    assert.deepEqual(states(), { Done: 96, Queued: MANY - 96 });

    office.execute('BillingSettings.resume();');
    office.execute('new BillingRunnerTask().work();');
    office.finishJobs();
    assert.equal(await made(), MANY);
    assert.deepEqual(states(), { Done: MANY });
  });

  test('a paused connection ends a run, nothing is cancelled, and it goes on afterwards', async () => {
    const { jobs } = office.org.kernel;
    change(office, 150, 'El Paso');
    office.execute('BillingRefresh.start();');
    const before = states().Done;
    assert.equal(before, MANY + 150);

    change(office, 150, 'Laredo');
    office.run(office.preview(ids.slice(0, 150)));
    office.setStatus('Paused');
    office.finishJobs();
    const { Queued: queued = 0, Cancelled: cancelled = 0 } = states();
    assert.ok(queued > 0, 'Something waits.');
    assert.equal(cancelled, 0);
    assert.equal(jobs.waiting.length, 0, 'The chain has ended.');

    office.setStatus('Active');
    office.execute('new BillingRunnerTask().work();');
    office.finishJobs();
    assert.equal(states().Queued ?? 0, 0);
    assert.equal(await cityOf(ids[149] ?? ''), 'Laredo');
  });

  test('manual: nothing happens, not even looking', () => {
    office.automate('Manual');
    const { callouts } = refresh(office);
    assert.equal(callouts, 0);
  });

  test('assisted: what only billing decides is taken over, everything else is proposed', async () => {
    office.automate('Assisted');
    change(office, 1, 'Waco');
    office.execute(
      `update as system new Account(Id = '${ids[1]}', BillingStatus__c = null, BillingBalance__c = 77);`,
    );
    refresh(office);
    const [mirrored] = office.query(`SELECT BillingBalance__c FROM Account WHERE Id = '${ids[1]}'`);
    assert.equal(Number(mirrored?.BillingBalance__c), 0, 'The mirror is right again.');
    assert.notEqual(await cityOf(ids[0] ?? ''), 'Waco', 'Nobody has agreed.');
    assert.deepEqual(
      office.query(
        `SELECT COUNT() FROM BillingOperation__c WHERE State__c = 'Proposed' AND RecordId__c = '${ids[0]}'`,
      ),
      [{ count: 1 }],
    );
  });

  test('automatic: done, but for conflicts', async () => {
    office.automate('Automatic');
    refresh(office);
    assert.equal(await cityOf(ids[0] ?? ''), 'Waco');

    const [account] = await office.billing.accounts('external_account_num', ids[2] ?? '');
    await office.billing.changeEmail(account?.account_num ?? '', 'theirs@customer.example');
    office.execute(
      `update as user new Account(Id = '${ids[2]}', BillingEmail__c = 'ours@customer.example');`,
    );
    refresh(office);
    const conflicts = office.query(
      `SELECT State__c FROM BillingOperation__c WHERE RecordId__c = '${ids[2]}' AND Kind__c = 'conflict'`,
    );
    assert.deepEqual(
      conflicts.map(({ State__c }) => State__c),
      ['Proposed'],
    );
  });

  test('the heartbeat, as the automation user, refreshes once an hour and purges the log', () => {
    const { jobs } = office.org.kernel;
    office.call('BillingAutomationController.nameUser', { userId: office.automation }, office.automation);
    office.call('BillingAutomationController.start', {}, office.automation);
    const done = states().Done ?? 0;
    office.wait(61);
    change(office, 1, 'Temple');
    office.finishJobs(3);
    assert.equal(states().Done, done + 1, 'The change went out by itself.');
    assert.ok(jobs.waiting.length > 0, 'The heart goes on.');

    office.counter.take();
    office.finishJobs(30);
    assert.equal(office.counter.take().callouts, 0, 'The next refresh is an hour away.');
  });
});
