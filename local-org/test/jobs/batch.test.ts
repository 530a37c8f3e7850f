import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Sweep: `public class Sweep implements Database.Batchable<SObject>, Database.Stateful {
    public List<Integer> sizes = new List<Integer>();
    final Integer failing;
    public Sweep(Integer failing) { this.failing = failing; }
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator([SELECT Name FROM Account]);
    }
    public void execute(Database.BatchableContext context, List<Account> rows) {
      sizes.add(rows.size());
      for (Account row : rows) row.Site = 'swept';
      update rows;
      if (rows.size() == failing) throw new IllegalArgumentException('this portion');
    }
    public void finish(Database.BatchableContext context) {
      insert new Account(Name = 'finish', Description = JSON.serialize(sizes));
    }
  }`,
});
const org = createOrg({ project: project.root, cache: null });
const { jobs } = org.kernel;
after(async () => {
  await org.close();
  project.remove();
});
beforeEach(() => {
  logOf(org, 'delete [SELECT Id FROM Account];');
});

function start(failing: number): void {
  const rows =
    "List<Account> rows = new List<Account>(); for (Integer i = 0; i < 5; i++) rows.add(new Account(Name = 'a'));";
  assert.equal(
    org.execute(`${rows} insert rows; Database.executeBatch(new Sweep(${failing}), 2);`, {}).exception,
    null,
  );
}

const job = (): unknown => {
  const found = org.query(
    'SELECT Status, TotalJobItems, JobItemsProcessed, NumberOfErrors, ExtendedStatus FROM AsyncApexJob ORDER BY Id DESC LIMIT 1',
  )[0];
  return [
    found?.Status,
    found?.TotalJobItems,
    found?.JobItemsProcessed,
    found?.NumberOfErrors,
    found?.ExtendedStatus ?? null,
  ];
};

test('a batch runs step by step, each in its own transaction', () => {
  start(0);
  const labels: string[] = [];
  for (let run = jobs.runNext(); run; run = jobs.runNext()) {
    labels.push(run.label);
    if (labels.length === 2) assert.deepEqual(job(), ['Processing', 3, 1, 0, null]);
  }
  assert.deepEqual(labels, [
    'Batch Sweep: start',
    'Batch Sweep: execute 1',
    'Batch Sweep: execute 2',
    'Batch Sweep: execute 3',
    'Batch Sweep: finish',
  ]);
  assert.deepEqual(job(), ['Completed', 3, 3, 0, null]);
  assert.equal(org.query("SELECT Description FROM Account WHERE Name = 'finish'")[0]?.Description, '[2,2,1]');
});

test('a portion that fails is undone with its state, and the others go on', () => {
  start(1);
  jobs.runAll();
  assert.deepEqual(job(), [
    'Completed',
    3,
    3,
    1,
    'First error: System.IllegalArgumentException: this portion',
  ]);
  assert.equal(org.query("SELECT Id FROM Account WHERE Site = 'swept'").length, 4);
  assert.equal(org.query("SELECT Description FROM Account WHERE Name = 'finish'")[0]?.Description, '[2,2]');
});

test('an aborted batch stops before its next portion', () => {
  start(0);
  jobs.runNext();
  jobs.runNext();
  assert.equal(
    org.execute("System.abortJob([SELECT Id FROM AsyncApexJob WHERE Status = 'Processing'].Id);", {})
      .exception,
    null,
  );
  jobs.runAll();
  assert.equal(org.query("SELECT Id FROM Account WHERE Site = 'swept'").length, 2);
  assert.equal((job() as unknown[])[0], 'Aborted');
});

test('one portion can be killed', () => {
  start(0);
  jobs.runNext();
  jobs.runNext({ kill: 'beforeCommit' });
  jobs.runAll();
  assert.equal(org.query("SELECT Id FROM Account WHERE Site = 'swept'").length, 3);
});
