import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { failureOf, logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject();
project.addMetadata(
  'objects/Account/fields/Level__c.field-meta.xml',
  'CustomField',
  '<fullName>Level__c</fullName><label>Level</label><type>Text</type><length>20</length>',
);
project.addMetadata(
  'platformEventChannelMembers/ChangeEvents_AccountChangeEvent.platformEventChannelMember-meta.xml',
  'PlatformEventChannelMember',
  '<eventChannel>ChangeEvents</eventChannel><selectedEntity>AccountChangeEvent</selectedEntity>',
);
for (const object of ['Account', 'Lead']) {
  project.addTrigger(
    `${object}Told`,
    `trigger ${object}Told on ${object}ChangeEvent (after insert) {
      for (${object}ChangeEvent event : Trigger.new) {
        EventBus.ChangeEventHeader header = event.ChangeEventHeader;
        String level = ${object === 'Account' ? 'event.Level__c' : "'none'"};
        insert new Contact(LastName = header.changeType + ' ' + level, Department = UserInfo.getUserType());
      }
    }`,
  );
}
const org = createOrg({ project: project.root, cache: null });
const { jobs } = org.kernel;
after(async () => {
  await org.close();
  project.remove();
});
beforeEach(() => {
  logOf(org, 'delete [SELECT Id FROM Contact];');
});

const told = (): unknown[] =>
  org.query('SELECT LastName FROM Contact ORDER BY Id').map(({ LastName }) => LastName);
const account = (level: string): string => `insert new Account(Name = 'A', Level__c = '${level}');`;

test('the project compiles', () => {
  assert.deepEqual(
    org.diagnostics.map(({ message }) => message),
    [],
  );
});

test('what a channel has selected is told after the commit, with the fields of the project', () => {
  org.execute(account('gold'), {});
  assert.deepEqual(told(), []);
  jobs.runAll();
  assert.deepEqual(told(), ['CREATE gold']);
});

test('what no channel has selected is not told', () => {
  logOf(org, "insert new Lead(LastName = 'L', Company = 'C');");
  assert.deepEqual(told(), []);
});

test('a transaction that fails tells nothing', () => {
  failureOf(org, `${account('lost')} Integer n = 1 / 0;`);
  jobs.runAll();
  assert.deepEqual(told(), []);
});

test('a transaction that stood still tells what it did', () => {
  org.execute(`${account('kept')} List<Account> rows = [SELECT Id FROM Account];`, {
    pause: { at: { afterQuery: 1 }, meanwhile: () => undefined },
  });
  jobs.runAll();
  assert.deepEqual(told(), ['CREATE kept']);
});
