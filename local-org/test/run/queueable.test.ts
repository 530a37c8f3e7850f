import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { assertPassed, failureOf, logOf, resultsOf } from './apex.ts';

const project = new TemporaryProject({
  Job: `public class Job implements Queueable {
    public static Integer counter = 0;
    final Integer more;
    public Job(Integer more) { this.more = more; }
    public void execute(QueueableContext context) {
      counter++;
      insert new Account(Name = 'Job ' + more, Site = String.valueOf(counter), AccountNumber = String.valueOf(Limits.getLimitQueries()));
      if (more > 0) System.enqueueJob(new Job(more - 1));
    }
  }`,
  Failing: `public class Failing implements Queueable {
    public void execute(QueueableContext context) {
      insert new Account(Name = 'Failing');
      throw new IllegalArgumentException('job failed');
    }
  }`,
  JobTest: `@IsTest private class JobTest {
    @IsTest static void runsAtStopWithTheStaticsOfTheTest() {
      Job.counter = 5;
      Test.startTest();
      System.enqueueJob(new Job(0));
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
      Test.stopTest();
      Assert.areEqual('6', [SELECT Site FROM Account].Site);
      Assert.areEqual(6, Job.counter);
      Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob].Status);
    }
    @IsTest static void chainFails() {
      Test.startTest();
      System.enqueueJob(new Job(1));
      Test.stopTest();
    }
    @IsTest static void failureComesOutOfStop() {
      Test.startTest();
      System.enqueueJob(new Failing());
      try {
        Test.stopTest();
        Assert.fail();
      } catch (IllegalArgumentException error) {
        Assert.areEqual('job failed', error.getMessage());
      }
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void withoutStopItRunsAtTheEnd() {
      System.enqueueJob(new Job(0));
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
  }`,
});
const org = createOrg({ project: project.root, cache: null });
after(async () => {
  await org.close();
  project.remove();
});

const rows = (name: string): unknown[] =>
  org
    .query(`SELECT Site, AccountNumber FROM Account WHERE Name LIKE '${name}%' ORDER BY Name`)
    .map(({ Site, AccountNumber }) => [Site, AccountNumber]);

test('a job runs after the transaction, in its own, and may queue the next', () => {
  logOf(org, 'Job.counter = 7; System.enqueueJob(new Job(2));');
  assert.deepEqual(rows('Job'), [
    ['1', '200'],
    ['1', '200'],
    ['1', '200'],
  ]);
});

test('a job of a transaction that failed does not run', () => {
  const before = rows('Job').length;
  failureOf(org, 'System.enqueueJob(new Job(0)); Integer n = 1 / 0;');
  assert.equal(rows('Job').length, before);
});

test('a job that fails is undone and says so on its row', () => {
  logOf(org, 'System.enqueueJob(new Failing());');
  assert.deepEqual(rows('Failing'), []);
  const jobs = org.query("SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE ApexClass.Name = 'Failing'");
  assert.equal(jobs[0]?.Status, 'Failed');
  assert.match(String(jobs[0]?.ExtendedStatus), /job failed/);
});

test('jobs in tests', async () => {
  const other = createOrg({ project: project.root, cache: null });
  const results = resultsOf(other, 'JobTest');
  await other.close();
  const chain = results.get('chainFails');
  assert.equal(chain?.message, 'System.AsyncException: Maximum stack depth has been reached.');
  results.delete('chainFails');
  assertPassed(
    results,
    'runsAtStopWithTheStaticsOfTheTest',
    'failureComesOutOfStop',
    'withoutStopItRunsAtTheEnd',
  );
});
