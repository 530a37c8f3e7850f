import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { classFile, TemporaryProject } from '../temporary-project.ts';
import { logOf, resultsOf } from './apex.ts';

const project = new TemporaryProject({
  Good: "public class Good { public static String say() { return 'good'; } }",
  Wrong: "public class Wrong {\n  public static Integer n() {\n    return 'text';\n  }\n}",
  Torn: 'public class Torn { public static void m( { } }',
  UsesWrong:
    "public class UsesWrong { public static Integer n() { return Wrong.n(); } public static String ok() { return 'ok'; } }",
  MixedTest: `@IsTest private class MixedTest {
    @IsTest static void fine() { Assert.areEqual('ok', UsesWrong.ok()); }
    @IsTest static void usesBroken() { UsesWrong.n(); }
  }`,
});
project.addMetadata('objects/Bad__c/Bad__c.object-meta.xml', 'CustomObject', '<label>Bad</label');
project.addMetadata(
  'objects/Fine__c/Fine__c.object-meta.xml',
  'CustomObject',
  '<label>Fine</label><pluralLabel>Fine</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
);
project.addMetadata(
  'objects/Fine__c/fields/Count__c.field-meta.xml',
  'CustomField',
  '<fullName>Count__c</fullName><label>Count</label><type>Number</type><precision>4</precision><scale>0</scale>',
);
project.addMetadata(
  'objects/Fine__c/fields/Odd__c.field-meta.xml',
  'CustomField',
  '<fullName>Odd__c</fullName><label>Odd</label><type>Nonsense</type>',
);
const org = createOrg({ project: project.root, cache: null });
after(async () => {
  await org.close();
  project.remove();
});

const about = (file: string): readonly { message: string; span: { line: number } }[] =>
  org.diagnostics.filter((one) => one.file.endsWith(file) && one.severity === 'error');

test('each broken file is named with the place', () => {
  assert.equal(about(classFile('Wrong'))[0]?.span.line, 3);
  assert.equal(about(classFile('Torn')).length > 0, true);
  assert.equal(about('Bad__c.object-meta.xml').length, 1);
  assert.match(about('Odd__c.field-meta.xml')[0]?.message ?? '', /Nonsense/);
  assert.deepEqual(about(classFile('Good')), []);
  assert.deepEqual(about(classFile('UsesWrong')), []);
});

test('everything else works', () => {
  assert.deepEqual(logOf(org, 'System.debug(Good.say() + UsesWrong.ok());'), ['goodok']);
  org.insert('Fine__c', { Name: 'One', Count__c: 7 });
  assert.equal(org.query('SELECT Count__c FROM Fine__c')[0]?.Count__c, 7);
});

test('a test that reaches a broken class fails and says so, its neighbour passes', async () => {
  const results = resultsOf(org, 'MixedTest');
  assert.equal(results.get('fine')?.passed, true);
  const broken = results.get('usesBroken');
  assert.equal(broken?.passed, false);
  assert.match(broken?.message ?? '', /Wrong has compile errors/);
});

test('anonymous Apex that needs a broken class says so instead of running', () => {
  const execution = org.execute('UsesWrong.n();');
  assert.equal(execution.success, false);
  assert.match(execution.exception ?? '', /^Wrong has compile errors/);
  assert.match(org.execute('Wrong.n();').exception ?? '', /^Wrong has compile errors/);
  assert.deepEqual(logOf(org, 'System.debug(Good.say());'), ['good']);
});
