import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg, type LocalOrg } from '../../src/index.ts';
import { logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({ Answer: answer(1) });
after(() => project.remove());

function answer(value: number): string {
  return `public class Answer { public static Integer get() { return ${value}; } }`;
}

function addObject(name: string, fields: Readonly<Record<string, string>> = {}): void {
  project.addMetadata(
    `objects/${name}/${name}.object-meta.xml`,
    'CustomObject',
    `<label>${name}</label><pluralLabel>${name}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  );
  for (const [field, content] of Object.entries(fields)) {
    project.addMetadata(
      `objects/${name}/fields/${field}.field-meta.xml`,
      'CustomField',
      `<fullName>${field}</fullName><label>${field}</label>${content}`,
    );
  }
}

function addPermissionSet(name: string): void {
  project.addMetadata(
    `permissionsets/${name}.permissionset-meta.xml`,
    'PermissionSet',
    `<label>${name}</label>`,
  );
}

const TEXT = '<type>Text</type><length>20</length>';
const NUMBER = '<type>Number</type><precision>6</precision><scale>0</scale>';

test('an org goes on with its data when the project changes', async () => {
  addObject('Box__c', { Size__c: NUMBER, Colour__c: TEXT });
  addObject('Mood__c', { Kind__c: TEXT });
  addPermissionSet('Packer');
  let org: LocalOrg = createOrg({ project: project.root, isReloadable: true });
  const box = org.insert('Box__c', { Name: 'First', Size__c: 3 });
  org.insert('Mood__c', { Name: 'Good', Kind__c: 'a' });
  logOf(
    org,
    `insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Packer'].Id);`,
  );
  const reload = (): readonly string[] => {
    const next = org.reload();
    org = next.org;
    return next.reset;
  };

  project.addClass('Answer', answer(2));
  assert.deepEqual(reload(), []);
  assert.deepEqual(logOf(org, 'System.debug(Answer.get());'), ['2']);
  assert.deepEqual(org.query('SELECT Id, Size__c FROM Box__c'), [{ Id: box, Size__c: 3 }]);

  // Objects and permission sets that sort before those that are there, and a field more.
  addObject('Aaa__c');
  addObject('Box__c', { Weight__c: NUMBER });
  addPermissionSet('Assistant');
  assert.deepEqual(reload(), []);
  assert.deepEqual(org.query('SELECT Id, Size__c, Weight__c FROM Box__c'), [{ Id: box, Size__c: 3 }]);
  assert.match(org.insert('Aaa__c', { Name: 'New' }), /^(?!a00|a01).../);
  const [assignment] = org.query(
    'SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = false',
  );
  assert.equal((assignment?.PermissionSet as { Name: string }).Name, 'Packer');

  // Text becomes a number: those records can't stay.
  addObject('Mood__c', { Kind__c: NUMBER });
  assert.deepEqual(reload(), ['Mood__cs']);
  assert.deepEqual(org.query('SELECT Id FROM Mood__c'), []);
  assert.equal(org.query('SELECT Id FROM Box__c').length, 1);
  await org.close();
});

test('a class that is broken by a change is told, and works again when it is mended', async () => {
  let org = createOrg({ project: project.root, isReloadable: true });
  project.addClass('Answer', 'public class Answer { Integer broken }');
  ({ org } = org.reload());
  assert.equal(org.diagnostics.length > 0, true);
  project.addClass('Answer', answer(3));
  ({ org } = org.reload());
  assert.deepEqual(org.diagnostics, []);
  assert.deepEqual(logOf(org, 'System.debug(Answer.get());'), ['3']);
  await org.close();
});

test('jobs that wait are given up and said so', async () => {
  project.addClass(
    'Later',
    'public class Later implements Queueable { public void execute(QueueableContext c) {} }',
  );
  const org = createOrg({ project: project.root, isReloadable: true });
  org.execute('System.enqueueJob(new Later(), 5);');
  const next = org.reload();
  assert.deepEqual(
    next.reset.map((text) => /Later/.test(text)),
    [true],
  );
  assert.deepEqual(
    next.org.query('SELECT Status FROM AsyncApexJob').map(({ Status }) => Status),
    ['Aborted'],
  );
  await next.org.close();
});

test('a database file outlives changes of the project', async () => {
  const database = `${project.root}/kept.sqlite`;
  const first = createOrg({ project: project.root, database });
  const box = first.insert('Box__c', { Name: 'Kept', Size__c: 1 });
  await first.close();
  addObject('Aab__c');
  addObject('Box__c', { Depth__c: NUMBER });
  const second = createOrg({ project: project.root, database });
  assert.deepEqual(second.query('SELECT Id, Depth__c FROM Box__c'), [{ Id: box }]);
  await second.close();
});

test('an org that was not made for it does not reload', async () => {
  const org = createOrg({ project: project.root });
  assert.throws(() => org.reload(), /not made reloadable/);
  await org.close();
});
