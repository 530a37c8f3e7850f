import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { failureOf, logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Beat: `public class Beat implements Queueable {
    final Integer minutes;
    public Beat(Integer minutes) { this.minutes = minutes; }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'beat');
      if (minutes > 0) System.enqueueJob(new Beat(minutes), minutes);
    }
  }`,
  Depths: `public class Depths implements Queueable {
    public void execute(QueueableContext context) {
      insert new Account(
        Name = 'depth',
        NumberOfEmployees = AsyncInfo.getCurrentQueueableStackDepth(),
        Site = AsyncInfo.hasMaxStackDepth() + ' ' + AsyncInfo.getMaximumQueueableStackDepth()
      );
      System.enqueueJob(new Depths());
    }
  }`,
  Caller: `public class Caller implements Queueable {
    public void execute(QueueableContext context) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://example.com/');
      request.setMethod('GET');
      new Http().send(request);
    }
    @Future(callout=true) public static void allowed() { new Caller().execute(null); }
    @Future public static void refused() { new Caller().execute(null); }
  }`,
  Retry: `public class Retry implements Queueable, Finalizer {
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      throw new IllegalArgumentException('again');
    }
    public void execute(FinalizerContext context) {
      insert new Account(Name = 'retry');
      System.enqueueJob(new Retry());
    }
  }`,
  Who: `public class Who implements Queueable, Schedulable {
    public void execute(QueueableContext context) { insert new Account(Name = 'who', Site = UserInfo.getUserName()); }
    public void execute(SchedulableContext context) {
      insert new Account(Name = 'who', Site = UserInfo.getUserName(), Description = System.isScheduled() + '');
    }
  }`,
  Baggage: `public class Baggage implements Queueable {
    public List<String> items = new List<String>();
    public transient String secret = 'secret';
    public Map<Id, Account> rows = new Map<Id, Account>();
    public void execute(QueueableContext context) {
      insert new Account(Name = 'baggage', Site = items.size() + ' ' + secret + ' ' + rows.values()[0].Name);
    }
  }`,
});

let now = Date.UTC(2026, 0, 15, 12, 0, 0);
const MINUTE = 60_000;
const org = createOrg({
  project: project.root,
  cache: null,
  clock: () => now,
  callouts: () => ({ status: 200, statusText: 'OK', headers: new Map(), body: new Uint8Array() }),
});
const { jobs } = org.kernel;

after(async () => {
  await org.close();
  project.remove();
});

beforeEach(() => {
  for (const { id } of [...jobs.waiting]) jobs.remove(id);
  logOf(org, 'delete [SELECT Id FROM Account];');
});

const count = (name: string): number => org.query(`SELECT Id FROM Account WHERE Name = '${name}'`).length;

test('a delayed job waits for its time', () => {
  logOf(org, 'System.enqueueJob(new Beat(0), 5);');
  assert.equal(jobs.nextDue(), now + 5 * MINUTE);
  assert.deepEqual(jobs.dueJobs(), []);
  assert.equal(jobs.runNext(), null);
  now += 5 * MINUTE;
  assert.equal(jobs.dueJobs().length, 1);
  assert.match(jobs.runNext()?.label ?? '', /Queueable Beat/);
  assert.equal(count('beat'), 1);
});

test('a job that renews itself with a delay beats once per delay', () => {
  logOf(org, 'System.enqueueJob(new Beat(10), new AsyncOptions());');
  assert.equal(count('beat'), 1);
  now += 10 * MINUTE;
  jobs.runAll();
  now += 10 * MINUTE;
  jobs.runAll();
  assert.equal(count('beat'), 3);
  assert.equal(jobs.waiting.length, 1);
});

test('the depth of a chain is known and limited: by the options, else by the edition', () => {
  logOf(
    org,
    'AsyncOptions options = new AsyncOptions(); options.MaximumQueueableStackDepth = 3; System.enqueueJob(new Depths(), options);',
  );
  const depths = (): unknown[] =>
    org
      .query("SELECT NumberOfEmployees, Site FROM Account WHERE Name = 'depth' ORDER BY NumberOfEmployees")
      .map((row) => `${row.NumberOfEmployees} ${row.Site}`);
  // The third one fails when it queues a fourth, and is undone.
  assert.deepEqual(depths(), ['1 true 3', '2 true 3']);
  const failed = org.query("SELECT ExtendedStatus FROM AsyncApexJob WHERE Status = 'Failed'");
  assert.match(String(failed[0]?.ExtendedStatus), /Maximum stack depth has been reached/);
  logOf(org, 'delete [SELECT Id FROM Account]; System.enqueueJob(new Depths());');
  assert.equal(depths().length, 4);
});

test('a duplicate signature is refused while the first job waits', () => {
  const apex = `AsyncOptions options = new AsyncOptions();
    options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('x').build();
    options.MinimumQueueableDelayInMinutes = 1;
    System.enqueueJob(new Beat(0), options);`;
  logOf(org, apex);
  assert.match(failureOf(org, apex).exception, /DuplicateMessageException/);
  now += MINUTE;
  jobs.runAll();
  logOf(org, apex);
});

test('without AllowsCallouts a job may not call out, a future method only with callout=true', () => {
  logOf(org, 'System.enqueueJob(new Caller()); Caller.allowed(); Caller.refused();');
  const states = org
    .query('SELECT JobType, Status, ExtendedStatus FROM AsyncApexJob ORDER BY Id DESC LIMIT 3')
    .reverse();
  assert.deepEqual(
    states.map(({ JobType, Status }) => `${JobType} ${Status}`),
    ['Queueable Failed', 'Future Completed', 'Future Failed'],
  );
  assert.match(String(states[0]?.ExtendedStatus), /Callout not allowed from this future method/);
});

test('a finalizer may queue a failed job again five times', () => {
  logOf(org, 'System.enqueueJob(new Retry());');
  // The sixth finalizer is refused, and what it wrote is undone.
  assert.equal(count('retry'), 5);
  assert.equal(jobs.waiting.length, 0);
});

test('a job has the state of its object when it was queued, without what is transient', () => {
  logOf(
    org,
    `Account row = new Account(Name = 'before');
    insert row;
    Baggage job = new Baggage();
    job.rows.put(row.Id, row);
    job.items.add('a');
    System.enqueueJob(job);
    job.items.add('b');
    row.Name = 'after';`,
  );
  assert.equal(org.query("SELECT Site FROM Account WHERE Name = 'baggage'")[0]?.Site, '1 null before');
});

test('a schedule fires by its expression until it is aborted', () => {
  const [id = ''] = logOf(org, "System.debug(System.schedule('nightly', '0 30 2 * * ?', new Who()));");
  const trigger = org.query(
    'SELECT State, TimesTriggered, CronJobDetail.Name, NextFireTime, CronExpression FROM CronTrigger',
  )[0];
  assert.equal(trigger?.State, 'WAITING');
  assert.equal(trigger?.CronExpression, '0 30 2 * * ?');
  // 02:30 in Los Angeles.
  assert.equal(jobs.nextDue(), Date.UTC(2026, 0, 16, 10, 30));
  now = Date.UTC(2026, 0, 16, 10, 30);
  assert.equal(jobs.runAll(), 1);
  assert.equal(count('who'), 1);
  assert.equal(org.query('SELECT TimesTriggered FROM CronTrigger')[0]?.TimesTriggered, 1);
  assert.equal(jobs.nextDue(), Date.UTC(2026, 0, 17, 10, 30));
  assert.match(
    failureOf(org, "System.schedule('nightly', '0 0 0 * * ?', new Who());").exception,
    /The Apex job named "nightly" is already scheduled for execution/,
  );
  logOf(org, `System.abortJob('${id}');`);
  assert.deepEqual(org.query('SELECT Id FROM CronTrigger'), []);
  now = Date.UTC(2026, 0, 17, 10, 30);
  jobs.runAll();
  assert.equal(count('who'), 1);
});

test('an aborted queueable does not run', () => {
  const [id = ''] = logOf(org, 'System.debug(System.enqueueJob(new Beat(0), 1));');
  logOf(org, `System.abortJob('${id}');`);
  now += MINUTE;
  jobs.runAll();
  assert.equal(count('beat'), 0);
  assert.equal(org.query(`SELECT Status FROM AsyncApexJob WHERE Id = '${id}'`)[0]?.Status, 'Aborted');
});

test('the daily allowance is an AsyncException when it is used up, and new after a day', async () => {
  const small = createOrg({
    project: project.root,
    cache: null,
    clock: () => now,
    asyncLimits: { dailyExecutions: 2 },
  });
  logOf(small, 'System.enqueueJob(new Beat(0)); System.enqueueJob(new Beat(0));');
  assert.deepEqual(
    logOf(
      small,
      "OrgLimit one = OrgLimits.getMap().get('DailyAsyncApexExecutions'); System.debug(one.getValue() + ' of ' + one.getLimit());",
    ),
    ['2 of 2'],
  );
  assert.match(
    failureOf(small, 'System.enqueueJob(new Beat(0));').exception,
    /^System\.AsyncException: Rate Limiting Exception : AsyncApexExecutions Limit exceeded\./,
  );
  now += 24 * 60 * MINUTE;
  logOf(small, 'System.enqueueJob(new Beat(0));');
  await small.close();
});

test('by the clock, jobs run by themselves', async () => {
  const live = createOrg({ project: project.root, cache: null });
  const runs: string[] = [];
  live.kernel.jobs.onRun = ({ label }) => runs.push(label);
  const stop = live.kernel.jobs.startClock();
  live.execute('System.enqueueJob(new Beat(0));', {});
  assert.deepEqual(runs, []);
  for (let tries = 0; runs.length === 0 && tries < 200; tries++) await sleep(10);
  stop();
  live.execute('System.enqueueJob(new Beat(0));', {});
  await sleep(30);
  assert.deepEqual(runs, ['Queueable Beat']);
  await live.close();
});
