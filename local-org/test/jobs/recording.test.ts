import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import type { TaskRun } from '../../src/runtime/jobs/queue.ts';
import { logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  // Reads, calls out with what it read, and writes what it read plus one.
  Caller: `public class Caller implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
      Account row = [SELECT NumberOfEmployees FROM Account WHERE Name = 'counter'];
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://example.com/' + row.NumberOfEmployees);
      request.setMethod('POST');
      request.setBody(UUID.randomUUID().toString() + ' ' + Crypto.getRandomLong() + ' ' + Math.random() + ' ' + System.now().getTime());
      String answer = new Http().send(request).getBody();
      update new Account(Id = row.Id, NumberOfEmployees = row.NumberOfEmployees + 1, Site = answer);
    }
  }`,
  // Locks the row before it reads: what it reads then is what the other one left.
  Careful: `public class Careful implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
      Account row = [SELECT NumberOfEmployees FROM Account WHERE Name = 'counter' FOR UPDATE];
      update new Account(Id = row.Id, NumberOfEmployees = row.NumberOfEmployees + 1);
    }
  }`,
  // Searches and then writes what it found, plus one.
  Searching: `public class Searching implements Queueable {
    public void execute(QueueableContext context) {
      Account row = (Account) [FIND 'counter' IN NAME FIELDS RETURNING Account(NumberOfEmployees)][0][0];
      update new Account(Id = row.Id, NumberOfEmployees = row.NumberOfEmployees + 1);
    }
  }`,
  // Calls out with what a locked row says, so that it would call somebody else after a wait.
  Changing: `public class Changing implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
      Account other = [SELECT NumberOfEmployees FROM Account WHERE Name = 'other' FOR UPDATE];
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://example.com/' + other.NumberOfEmployees);
      request.setMethod('GET');
      new Http().send(request);
      update [SELECT Id FROM Account WHERE Name = 'counter'];
    }
  }`,
});

let requests: { url: string; body: string }[] = [];
let time = Date.UTC(2026, 0, 1);
const org = createOrg({
  project: project.root,
  cache: null,
  clock: () => (time += 1000),
  callouts: ({ url, body }) => {
    requests.push({ url, body: new TextDecoder().decode(body) });
    return {
      status: 200,
      statusText: 'OK',
      headers: new Map(),
      body: new TextEncoder().encode(`answer ${requests.length}`),
    };
  },
});
const { jobs, locks } = org.kernel;
let counter = '';

after(async () => {
  await org.close();
  project.remove();
});

beforeEach(() => {
  logOf(org, 'delete [SELECT Id FROM Account];');
  requests = [];
  counter = org.insert('Account', { Name: 'counter', NumberOfEmployees: 0 });
});

function queue(apex: string): void {
  assert.equal(org.execute(apex, {}).exception, null);
}

const run = (steering: Parameters<typeof jobs.runNext>[0] = null): TaskRun => {
  const done = jobs.runNext(steering);
  assert.ok(done);
  return done;
};
const row = (): unknown[] => {
  const found = org.query(`SELECT NumberOfEmployees, Site FROM Account WHERE Id = '${counter}'`)[0];
  return [found?.NumberOfEmployees, found?.Site];
};

test('a job that waits for a row sends its callouts once, and goes on with their answers', () => {
  queue('System.enqueueJob(new Caller());');
  const release = locks.hold([counter]);
  assert.equal(run({ whenLocked: 'wait' }).isPostponed, true);
  assert.equal(run({ whenLocked: 'wait' }).isPostponed, true, 'it is still locked');
  release();
  assert.equal(run().exception, null);
  assert.equal(requests.length, 1);
  assert.deepEqual(row(), [1, 'answer 1']);
});

test('what it had read before it waited it does not read again, so that a lost update is found', () => {
  queue('System.enqueueJob(new Caller());');
  const release = locks.hold([counter]);
  run({ whenLocked: 'wait' });
  release();
  org.execute(`update new Account(Id = '${counter}', NumberOfEmployees = 7);`, {});
  assert.equal(run().exception, null);
  assert.deepEqual(row(), [1, 'answer 1'], 'the 7 is lost, as on the platform');
});

test('what it had found by a search it does not search again', () => {
  queue('System.enqueueJob(new Searching());');
  const release = locks.hold([counter]);
  run({ whenLocked: 'wait' });
  release();
  org.execute(`update new Account(Id = '${counter}', NumberOfEmployees = 7);`, {});
  assert.equal(run().exception, null);
  assert.equal(row()[0], 1, 'the 7 is lost, as on the platform');
});

test('what it reads with a lock is what the others have left', () => {
  queue('System.enqueueJob(new Careful());');
  const release = locks.hold([counter]);
  run({ whenLocked: 'wait' });
  release();
  org.execute(`update new Account(Id = '${counter}', NumberOfEmployees = 7);`, {});
  run();
  assert.equal(row()[0], 8);
});

test('a job that would call somebody else when it runs anew is an error', () => {
  const other = org.insert('Account', { Name: 'other', NumberOfEmployees: 1 });
  queue('System.enqueueJob(new Changing());');
  const release = locks.hold([counter]);
  run({ whenLocked: 'wait' });
  release();
  org.execute(`update new Account(Id = '${other}', NumberOfEmployees = 2);`, {});
  assert.throws(() => run(), /first GET https:\/\/example.com\/1, then GET https:\/\/example.com\/2/);
  assert.equal(requests.length, 1);
});

test('a job that does not wait is recorded by nobody', () => {
  queue('System.enqueueJob(new Caller()); System.enqueueJob(new Caller());');
  run();
  run();
  const [first, second] = requests.map(({ body }) => body);
  assert.notEqual(first, second);
  assert.deepEqual(row(), [2, 'answer 2']);
});
