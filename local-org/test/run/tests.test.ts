import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { classFile, TemporaryProject } from '../temporary-project.ts';
import { assertPassed, logOf, resultsOf } from './apex.ts';

const SEND =
  "HttpRequest r = new HttpRequest(); r.setEndpoint('https://x.test'); r.setMethod('GET'); new Http().send(r);";

const project = new TemporaryProject({
  State: 'public class State { public static Integer n = 0; }',
  IsolationTest: `@IsTest private class IsolationTest {
    @IsTest static void first() { check(); }
    @IsTest static void second() { check(); }
    static void check() {
      Assert.areEqual(0, State.n++);
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
      insert new Account(Name = 'Isolated');
    }
  }`,
  SetupTest: `@IsTest private class SetupTest {
    @TestSetup static void make() { State.n = 9; insert new Account(Name = 'From setup'); }
    @IsTest static void changes() {
      Account one = [SELECT Id, Name FROM Account];
      Assert.areEqual('From setup', one.Name);
      Assert.areEqual(0, State.n);
      one.Name = 'Changed';
      update one;
    }
    @IsTest static void finds() { Assert.areEqual('From setup', [SELECT Name FROM Account].Name); }
    @IsTest static void deletes() { delete [SELECT Id FROM Account]; Assert.areEqual(0, [SELECT COUNT() FROM Account]); }
  }`,
  BadSetupTest: `@IsTest private class BadSetupTest {
    @TestSetup static void make() { throw new IllegalArgumentException('setup'); }
    @IsTest static void one() {}
    @IsTest static void two() {}
  }`,
  RunAsTest: `@IsTest private class RunAsTest {
    @IsTest static void otherUser() {
      Profile profile = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
      User other = new User(Alias = 'other', Email = 'o@x.test', EmailEncodingKey = 'UTF-8', LastName = 'Other',
        LanguageLocaleKey = 'en_US', LocaleSidKey = 'de_DE', ProfileId = profile.Id,
        TimeZoneSidKey = 'Europe/Berlin', UserName = 'other@local-org.test');
      insert other;
      Id me = UserInfo.getUserId();
      System.runAs(other) {
        Assert.areEqual(other.Id, UserInfo.getUserId());
        Assert.areEqual('Europe/Berlin', UserInfo.getTimeZone().getID());
        insert new Account(Name = 'Hers');
      }
      Assert.areEqual(me, UserInfo.getUserId());
      Assert.areEqual(other.Id, [SELECT CreatedById FROM Account].CreatedById);
      try {
        System.runAs(other) { throw new IllegalArgumentException('inside'); }
      } catch (IllegalArgumentException error) {
        Assert.areEqual(me, UserInfo.getUserId());
      }
    }
  }`,
  LimitsTest: `@IsTest private class LimitsTest {
    @IsTest static void startGivesFreshLimits() {
      for (Integer i = 0; i < 60; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      Test.startTest();
      Assert.areEqual(0, Limits.getQueries());
      for (Integer i = 0; i < 60; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      Test.stopTest();
      Assert.areEqual(60, Limits.getQueries());
    }
    @IsTest static void diesAtTheLimit() {
      try {
        for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; }
      } catch (Exception error) {
        System.debug('caught');
      } finally {
        System.debug('finally');
      }
    }
    @IsTest static void startCommitsWork() {
      Test.setMock(HttpCalloutMock.class, new Mock());
      insert new Account(Name = 'Before');
      Test.startTest();
      ${SEND}
      Test.stopTest();
    }
    @IsTest static void uncommitted() {
      Test.setMock(HttpCalloutMock.class, new Mock());
      insert new Account(Name = 'Before');
      ${SEND}
    }
    @IsTest static void noMock() { ${SEND} }
    class Mock implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) { return new HttpResponse(); }
    }
  }`,
  FailTest: `@IsTest private class FailTest {
    @IsTest static void assertion() {
      System.debug('before');
      Assert.areEqual(1, 2, 'not the same');
    }
    @IsTest static void cause() {
      try {
        Integer n = 1 / 0;
      } catch (MathException error) {
        throw new WrappedException('outer', error);
      }
    }
    class WrappedException extends Exception {}
  }`,
});
const org = createOrg({ project: project.root, cache: null });
assert.deepEqual(org.diagnostics, []);
after(async () => {
  await org.close();
  project.remove();
});

const run = (name: string): ReturnType<typeof resultsOf> => resultsOf(org, name);

test('each test has statics and data of its own', async () => {
  assertPassed(await run('IsolationTest'), 'first', 'second');
  assert.deepEqual(org.query('SELECT COUNT() FROM Account'), [{ count: 0 }]);
});

test('each test finds what the setup wrote, and nothing stays', async () => {
  assertPassed(await run('SetupTest'), 'changes', 'finds', 'deletes');
  assert.deepEqual(org.query("SELECT COUNT() FROM Account WHERE Name = 'From setup'"), [{ count: 0 }]);
});

test('a setup that fails fails every test of the class', async () => {
  const results = await run('BadSetupTest');
  assert.deepEqual(
    [...results.values()].map(({ method, message }) => [method, message]),
    [
      ['one', 'System.IllegalArgumentException: setup'],
      ['two', 'System.IllegalArgumentException: setup'],
    ],
  );
});

test('runAs changes the user inside of its block', async () => {
  assertPassed(await run('RunAsTest'), 'otherUser');
});

test('limits and callouts', async () => {
  const results = await run('LimitsTest');
  const dead = results.get('diesAtTheLimit');
  assert.equal(dead?.message, 'System.LimitException: Too many SOQL queries: 101');
  assert.deepEqual(dead?.log, []);
  assert.match(
    results.get('uncommitted')?.message ?? '',
    /CalloutException: You have uncommitted work pending/,
  );
  assert.match(results.get('noMock')?.message ?? '', /do not support Web service callouts/);
  for (const name of ['diesAtTheLimit', 'uncommitted', 'noMock']) results.delete(name);
  assertPassed(results, 'startGivesFreshLimits', 'startCommitsWork');
});

test('a failure has its message, its place and its log', async () => {
  const results = await run('FailTest');
  const assertion = results.get('assertion');
  assert.equal(
    assertion?.message,
    'System.AssertException: Assertion Failed: not the same: Expected: 1, Actual: 2',
  );
  assert.deepEqual(assertion?.place, { file: classFile('FailTest'), line: 4 });
  assert.match(assertion?.stack ?? '', /^Class\.FailTest\.assertion: line 4, column \d+/);
  assert.deepEqual(
    assertion?.log.map(({ text }) => text),
    ['before'],
  );
  assert.equal(
    results.get('cause')?.message,
    'FailTest.WrappedException: outer\nCaused by: System.MathException: Divide by 0',
  );
});

test('tests are tests only in a test run', () => {
  assert.deepEqual(logOf(org, 'System.debug(Test.isRunningTest());'), ['false']);
});
