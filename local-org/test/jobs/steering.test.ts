import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  // Reads, then writes what it read plus one: two of them at once lose one of the two.
  Count: `public class Count implements Queueable {
    final Boolean isCareful;
    public Count(Boolean isCareful) { this.isCareful = isCareful; }
    public void execute(QueueableContext context) {
      Account row = isCareful
        ? [SELECT NumberOfEmployees FROM Account WHERE Name = 'counter' FOR UPDATE]
        : [SELECT NumberOfEmployees FROM Account WHERE Name = 'counter'];
      row.NumberOfEmployees += 1;
      update row;
    }
  }`,
  Sender: `public class Sender implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
      Notes notes = new Notes();
      System.attachFinalizer(notes);
      try {
        for (Integer i = 1; i <= 3; i++) {
          HttpRequest request = new HttpRequest();
          request.setEndpoint('https://example.com/' + i);
          request.setMethod('POST');
          new Http().send(request);
          notes.sent.add(i);
        }
      } catch (Exception error) {
        notes.sent.clear();
      } finally {
        notes.sent.add(0);
      }
      insert new Account(Name = 'sent');
    }
  }`,
  Notes: `public class Notes implements Finalizer {
    public List<Integer> sent = new List<Integer>();
    public void execute(FinalizerContext context) {
      String error = context.getException() == null ? 'none' : context.getException().getMessage();
      insert new Account(Name = 'notes', Site = JSON.serialize(sent), Description = context.getResult() + ': ' + error);
    }
  }`,
  Busy: `public class Busy implements Queueable {
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Notes());
      for (Integer i = 0; i < 300; i++) { Integer n = [SELECT COUNT() FROM Account]; }
    }
  }`,
});

let requests: string[] = [];
const org = createOrg({
  project: project.root,
  cache: null,
  callouts: ({ url }) => {
    requests.push(url);
    return { status: 200, statusText: 'OK', headers: new Map(), body: new Uint8Array() };
  },
});
const { jobs } = org.kernel;

after(async () => {
  await org.close();
  project.remove();
});

beforeEach(() => {
  requests = [];
  logOf(org, 'delete [SELECT Id FROM Account];');
});

/** Runs Apex and leaves what it queues in the queue. */
function queue(apex: string): void {
  assert.equal(org.execute(apex, {}).exception, null);
}

const counter = (): unknown =>
  org.query("SELECT NumberOfEmployees FROM Account WHERE Name = 'counter'")[0]?.NumberOfEmployees;
const notes = (): unknown[] =>
  org
    .query("SELECT Site, Description FROM Account WHERE Name = 'notes'")
    .map((row) => [row.Site, row.Description]);

function queueTwoCounters(isCareful: boolean): void {
  org.insert('Account', { Name: 'counter', NumberOfEmployees: 0 });
  queue(`System.enqueueJob(new Count(${isCareful})); System.enqueueJob(new Count(${isCareful}));`);
}

test('one after the other, no update is lost', () => {
  queueTwoCounters(false);
  assert.equal(jobs.runAll(), 2);
  assert.equal(counter(), 2);
});

test('a lost update is found: the other job runs between reading and writing', () => {
  queueTwoCounters(false);
  const meanwhile = (): void => assert.equal(jobs.runNext()?.exception, null);
  const run = jobs.runNext({ pause: { at: { afterQuery: 1 }, meanwhile } });
  assert.equal(run?.exception, null);
  assert.equal(counter(), 1);
});

test('FOR UPDATE mends it: the other job waits and counts on', () => {
  queueTwoCounters(true);
  let postponed: boolean | undefined;
  jobs.runNext({
    pause: {
      at: { afterQuery: 1 },
      meanwhile: () => (postponed = jobs.runNext({ whenLocked: 'wait' })?.isPostponed),
    },
  });
  assert.equal(postponed, true);
  assert.equal(jobs.runAll(), 1);
  assert.equal(counter(), 2);
});

test('a row that stays locked for ten seconds fails the query', () => {
  queueTwoCounters(true);
  let message = '';
  jobs.runNext({
    pause: { at: { afterQuery: 1 }, meanwhile: () => (message = jobs.runNext()?.exception ?? '') },
  });
  assert.match(message, /^System\.QueryException: Record Currently Unavailable/);
  assert.equal(counter(), 1);
});

test('a write meets the lock of another, too', () => {
  queueTwoCounters(false);
  let message = '';
  jobs.runNext({
    pause: { at: 'beforeCommit', meanwhile: () => (message = jobs.runNext()?.exception ?? '') },
  });
  assert.match(message, /System\.DmlException: .*UNABLE_TO_LOCK_ROW, unable to obtain exclusive access/);
  assert.equal(counter(), 1);
});

test('what a paused transaction has written nobody sees before its commit', () => {
  const seen: unknown[] = [];
  const look = (): void => {
    seen.push(org.query("SELECT Id FROM Account WHERE Name = 'half'").length);
    org.insert('Account', { Name: 'other' });
  };
  org.execute("insert new Account(Name = 'half');", { pause: { at: 'beforeCommit', meanwhile: look } });
  assert.deepEqual(seen, [0]);
  assert.equal(org.query("SELECT Id FROM Account WHERE Name IN ('half', 'other')").length, 2);
});

test('a row that a test holds is let go of', () => {
  const id = org.insert('Account', { Name: 'counter', NumberOfEmployees: 0 });
  const release = org.kernel.locks.hold([id]);
  queue('System.enqueueJob(new Count(true));');
  assert.equal(jobs.runNext({ whenLocked: 'wait' })?.isPostponed, true);
  assert.throws(() => org.kernel.locks.hold([id]), /locked already/);
  release();
  assert.equal(jobs.runNext()?.exception, null);
  assert.equal(counter(), 1);
});

test('killed after its second callout, the job is undone and its finalizer knows how far it came', () => {
  queue('System.enqueueJob(new Sender());');
  const run = jobs.runNext({ kill: { afterCallout: 2 } });
  assert.match(run?.exception ?? '', /killed after callout 2/);
  assert.equal(requests.length, 2);
  assert.equal(jobs.runAll(), 1);
  // No catch and no finally of the job ran; the first callout was noted, the second not yet.
  assert.deepEqual(notes(), [['[1]', 'UNHANDLED_EXCEPTION: The transaction was killed after callout 2.']]);
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'sent'").length, 0);
});

test('killed before its commit, what was written is gone', () => {
  queue('System.enqueueJob(new Sender());');
  jobs.runNext({ kill: 'beforeCommit' });
  jobs.runAll();
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'sent'").length, 0);
  assert.equal((notes()[0] as string[])[0], '[1,2,3,0]');
});

test('a server that goes down takes the finalizer with it', () => {
  queue('System.enqueueJob(new Sender());');
  jobs.runNext({ kill: { afterCallout: 1 }, losesFinalizer: true });
  assert.equal(jobs.runAll(), 0);
  assert.deepEqual(notes(), []);
});

test('a finalizer survives a limit that nothing can catch', () => {
  queue('System.enqueueJob(new Busy());');
  jobs.runAll();
  assert.deepEqual(notes(), [['[]', 'UNHANDLED_EXCEPTION: Too many SOQL queries: 201']]);
});
