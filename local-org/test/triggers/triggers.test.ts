import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { assertPassed, failureOf, resultsOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

/** The diagnostics of one trigger. */
async function problemsOf(trigger: string): Promise<string[]> {
  const project = new TemporaryProject();
  project.addTrigger('T', trigger);
  const org = createOrg({ project: project.root, cache: null });
  const found = org.diagnostics.map(
    ({ code, message, span }) => `${span.line}:${span.column} ${code} ${message}`,
  );
  await org.close();
  project.remove();
  return found;
}

test('what is wrong with a trigger is said at its place', async () => {
  const cases: readonly (readonly [trigger: string, problem: RegExp])[] = [
    ['trigger T on Acount (before insert) {}', /^1:14 name\/unknown-object There is no object 'Acount'/],
    [
      'trigger T on Account (before undelete) {}',
      /^1:\d+ trigger\/event There is no trigger event 'before undelete'/,
    ],
    [
      'trigger T on Account (after insert, after insert) {}',
      /trigger\/event The event 'after insert' is there twice/,
    ],
    ['trigger T on Account (before insert) {\n  Integer n = Trigger.new;\n}', /^2:\d+ type\/mismatch/],
    ['trigger T on Account (before insert) {\n  Trigger.new[0].Nme = null;\n}', /^2:\d+ name\/unknown-field/],
  ];
  for (const [trigger, problem] of cases) {
    const problems = await problemsOf(trigger);
    assert.equal(problems.length, 1, `${trigger}\n${problems.join('\n')}`);
    assert.match(problems[0] ?? '', problem);
  }
});

test('a broken trigger is left out and stops nothing else', async () => {
  const project = new TemporaryProject();
  project.addTrigger('Broken', 'trigger Broken on Account (before insert) { unknown(); }');
  project.addTrigger('Whole', "trigger Whole on Account (before insert) { Trigger.new[0].Site = 'whole'; }");
  const org = createOrg({ project: project.root, cache: null });
  assert.deepEqual(
    org
      .query('SELECT Name, TableEnumOrId FROM ApexTrigger ORDER BY Name')
      .map((row) => `${row.Name} ${row.TableEnumOrId}`),
    ['Broken Account', 'Whole Account'],
  );
  const id = org.insert('Account', { Name: 'a' });
  assert.equal(org.query(`SELECT Site FROM Account WHERE Id = '${id}'`)[0]?.Site, 'whole');
  await org.close();
  project.remove();
});

test('triggers run from the cache, have methods, places in stack traces and coverage', async () => {
  const project = new TemporaryProject();
  project.addTrigger(
    'Deep',
    "trigger Deep on Account (before insert) {\n  void mark(Account row) {\n    row.Site = 'deep' + Math.mod(1, row.NumberOfEmployees);\n  }\n  for (Account row : Trigger.new) mark(row);\n}",
  );
  for (const run of ['compiled', 'cached']) {
    const org = createOrg({ project: project.root, coverage: true });
    const { exception } = failureOf(org, "insert new Account(Name = 'a', NumberOfEmployees = 0);");
    assert.match(exception, /Deep: execution of BeforeInsert/, run);
    assert.match(exception, /Trigger\.Deep\.mark: line 3, column 1\nTrigger\.Deep: line 5, column 1/, run);
    const [coverage] = org.coverage();
    assert.equal(coverage?.className, 'Deep');
    assert.deepEqual([...(coverage?.lines ?? [])].sort(), [
      [3, 1],
      [5, 2],
    ]);
    await org.close();
  }
  project.remove();
});

test('the body of a trigger runs in system mode, also in version 67', async () => {
  const project = new TemporaryProject({
    ModeTest: `@IsTest private class ModeTest {
      @IsTest static void writes() {
        Profile nobody = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
        User person = new User(
          LastName = 'p', Alias = 'p', Username = 'p@trigger.example.com', Email = 'p@example.com', ProfileId = nobody.Id,
          TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8'
        );
        System.runAs(person) {
          insert as system new Account(Name = 'a');
        }
        Assert.areEqual(1, [SELECT COUNT() FROM Contact]);
      }
    }`,
  });
  project.addTrigger(
    'Follow',
    "trigger Follow on Account (after insert) { insert new Contact(LastName = 'made'); }",
  );
  const org = createOrg({ project: project.root, cache: null });
  const results = resultsOf(org, 'ModeTest');
  assertPassed(results, 'writes');
  await org.close();
  project.remove();
});
