import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { assertPassed, failureOf, logOf, resultsOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Failing: `public class Failing implements Database.Batchable<SObject>, Database.RaisesPlatformEvents {
    public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM Account WHERE Name = 'scope']; }
    public void execute(Database.BatchableContext context, List<Account> rows) { throw new IllegalArgumentException('bad portion'); }
    public void finish(Database.BatchableContext context) {}
  }`,
  EventTest: `@IsTest private class EventTest {
    static Note__e note(String text) { return new Note__e(Text__c = text); }
    @IsTest static void stopTestDelivers() {
      Test.startTest();
      Database.SaveResult result = EventBus.publish(note('a'));
      Assert.isTrue(result.isSuccess());
      Assert.areEqual(1, Limits.getDmlStatements());
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
      Test.stopTest();
      Account row = [SELECT Name, Site FROM Account];
      Assert.areEqual('got a', row.Name);
      Assert.areEqual('Automated Process', row.Site);
    }
    @IsTest static void deliverDelivers() {
      EventBus.publish(new List<Note__e>{ note('a'), note('b') });
      Test.getEventBus().deliver();
      Assert.areEqual(2, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void deliverRetriesOnce() {
      EventBus.publish(note('retry'));
      Test.getEventBus().deliver();
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
      for (Integer i = 0; i < 3; i++) Test.getEventBus().deliver();
      Assert.areEqual('got retry after 3: again', [SELECT Name FROM Account].Name);
    }
    @IsTest static void whatIsRequired() {
      Database.SaveResult result = EventBus.publish(new Note__e());
      Assert.isFalse(result.isSuccess());
      Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, result.getErrors()[0].getStatusCode());
    }
    @IsTest static void insertPublishes() {
      insert note('a');
      Test.getEventBus().deliver();
      Assert.areEqual(1, [SELECT COUNT() FROM Account]);
    }
  }`,
});
for (const [name, behaviour] of [
  ['Note__e', 'PublishAfterCommit'],
  ['Alarm__e', 'PublishImmediately'],
]) {
  project.addMetadata(
    `objects/${name}/${name}.object-meta.xml`,
    'CustomObject',
    `<label>Event</label><pluralLabel>Events</pluralLabel><eventType>HighVolume</eventType><publishBehavior>${behaviour}</publishBehavior>`,
  );
  project.addMetadata(
    `objects/${name}/fields/Text__c.field-meta.xml`,
    'CustomField',
    '<fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length><required>true</required>',
  );
}
project.addTrigger(
  'OnNote',
  `trigger OnNote on Note__e (after insert) {
    EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
    for (Note__e event : Trigger.new) {
      if (event.Text__c == 'retry' && context.retries < 3) throw new EventBus.RetryableException('again');
      if (event.Text__c == 'always') throw new EventBus.RetryableException('never');
      String more = context.retries > 0 ? ' after ' + context.retries + ': ' + context.lastError : '';
      insert new Account(Name = 'got ' + event.Text__c + more, Site = UserInfo.getName(), NumberOfEmployees = Trigger.new.size());
      if (event.Text__c == 'stop') {
        context.setResumeCheckpoint(event.ReplayId);
        return;
      }
      if (event.Text__c == 'kept') context.setResumeCheckpoint(event.ReplayId);
      if (event.Text__c == 'deadly') for (Integer i = 0; i <= Limits.getLimitQueries(); i++) Integer n = [SELECT COUNT() FROM Contact];
      if (event.Text__c == 'bad') throw new IllegalArgumentException('bad event');
    }
  }`,
);
project.addTrigger(
  'OnAlarm',
  'trigger OnAlarm on Alarm__e (after insert) { insert new Contact(LastName = UserInfo.getUserName()); }',
);
project.addMetadata(
  'platformEventSubscriberConfigs/Alarm.platformEventSubscriberConfig-meta.xml',
  'PlatformEventSubscriberConfig',
  '<batchSize>1</batchSize><masterLabel>Alarm</masterLabel><platformEventConsumer>OnAlarm</platformEventConsumer><user>admin@local.org</user>',
);
project.addTrigger(
  'OnBatchError',
  "trigger OnBatchError on BatchApexErrorEvent (after insert) { BatchApexErrorEvent e = Trigger.new[0]; insert new Account(Name = e.Phase + ' ' + e.Message, Description = e.JobScope); }",
);

const org = createOrg({ project: project.root, cache: null });
const { jobs } = org.kernel;
after(async () => {
  await org.close();
  project.remove();
});
beforeEach(() => {
  logOf(org, 'delete [SELECT Id FROM Account]; delete [SELECT Id FROM Contact];');
});

const names = (): unknown[] => org.query('SELECT Name FROM Account ORDER BY Name').map(({ Name }) => Name);
const publish = (...texts: string[]): string =>
  `EventBus.publish(new List<Note__e>{ ${texts.map((text) => `new Note__e(Text__c = '${text}')`).join(', ')} });`;

test('the project compiles', () => {
  assert.deepEqual(
    org.diagnostics.map(({ message }) => message),
    [],
  );
});

test('events go to their trigger after the commit, together, as Automated Process', () => {
  logOf(org, publish('a', 'b'));
  assert.deepEqual(
    org
      .query('SELECT Name, Site, NumberOfEmployees FROM Account ORDER BY Name')
      .map((row) => [row.Name, row.Site, row.NumberOfEmployees]),
    [
      ['got a', 'Automated Process', 2],
      ['got b', 'Automated Process', 2],
    ],
  );
});

test('a transaction that fails publishes nothing but what is immediate', () => {
  failureOf(org, `${publish('a')} EventBus.publish(new Alarm__e(Text__c = 'x')); Integer n = 1 / 0;`);
  jobs.runAll();
  assert.deepEqual(names(), []);
  assert.deepEqual(
    org.query('SELECT Name FROM Contact').map(({ Name }) => Name),
    ['admin@local.org'],
  );
});

test('the configuration of a trigger says how many events it gets at a time', () => {
  org.execute(
    "EventBus.publish(new List<Alarm__e>{ new Alarm__e(Text__c = 'x'), new Alarm__e(Text__c = 'y') });",
    {},
  );
  assert.equal(jobs.runAll(), 2);
});

test('after a commit-bound publish a callout is refused', () => {
  const call =
    "HttpRequest r = new HttpRequest(); r.setEndpoint('https://x'); r.setMethod('GET'); new Http().send(r);";
  assert.match(failureOf(org, `${publish('a')} ${call}`).exception, /uncommitted work pending/);
});

test('a trigger that asks for it gets its events again, up to nine times', () => {
  logOf(org, publish('retry'));
  assert.deepEqual(names(), ['got retry after 3: again']);
  org.execute(publish('always'), {});
  assert.equal(jobs.runAll(), 10);
});

test('behind a checkpoint the events come in a new transaction', () => {
  logOf(org, publish('a', 'stop', 'b', 'c'));
  const sizes = org
    .query('SELECT Name, NumberOfEmployees FROM Account ORDER BY Name')
    .map((row) => `${row.Name} ${row.NumberOfEmployees}`);
  assert.deepEqual(sizes, ['got a 4', 'got b 2', 'got c 2', 'got stop 4']);
});

// "Comparing setResumeCheckpoint() and EventBus.RetryableException": DML up to the checkpoint is committed.
test('what was done up to a checkpoint stays when the trigger fails later', () => {
  logOf(org, publish('kept', 'bad', 'c'));
  assert.deepEqual(names(), ['got kept']);
  logOf(org, publish('x', 'kept', 'deadly', 'd'));
  assert.deepEqual(names(), ['got kept', 'got kept', 'got x']);
  logOf(org, publish('kept', 'y', 'always'));
  assert.deepEqual(names(), ['got kept', 'got kept', 'got x'], 'a retry undoes all');
});

test('a trigger that fails is undone, and the next event goes on', () => {
  logOf(org, publish('a', 'bad'));
  assert.deepEqual(names(), []);
  logOf(org, publish('b'));
  assert.deepEqual(names(), ['got b']);
});

test('a batch that wants it tells of its errors', () => {
  const id = org.insert('Account', { Name: 'scope' });
  logOf(org, 'Database.executeBatch(new Failing());');
  const event = org.query("SELECT Name, Description FROM Account WHERE Name LIKE 'EXECUTE%'")[0];
  assert.equal(event?.Name, 'EXECUTE bad portion');
  assert.equal(event?.Description, id);
});

test('events in tests', async () => {
  const other = createOrg({ project: project.root, cache: null });
  assertPassed(
    resultsOf(other, 'EventTest'),
    'stopTestDelivers',
    'deliverDelivers',
    'deliverRetriesOnce',
    'whatIsRequired',
    'insertPublishes',
  );
  await other.close();
});

test('a trigger of an event runs after insert only', async () => {
  const broken = new TemporaryProject();
  broken.addMetadata(
    'objects/Note__e/Note__e.object-meta.xml',
    'CustomObject',
    '<label>Event</label><eventType>HighVolume</eventType>',
  );
  broken.addTrigger('Wrong', 'trigger Wrong on Note__e (before insert) {}');
  const other = createOrg({ project: broken.root, cache: null });
  assert.match(other.diagnostics[0]?.message ?? '', /runs after insert only/);
  await other.close();
  broken.remove();
});
