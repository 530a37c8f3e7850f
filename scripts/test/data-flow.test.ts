import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataFlow } from '../src/checks/data-flow.ts';
import { copyOfClean, lines } from './support/project.ts';

const LIST = 'scripts/allow/sfge.json';
const EXCEPTION = {
  pattern: 'DML',
  file: 'Leaky\\.cls$',
  rule: 'AvoidMultipleMassSchemaLookups',
  count: 1,
  reason: 'a test',
  date: '2026-11-23',
};

test('finds what data can do from an entry point, and an exception that covers nothing', async (t) => {
  const project = copyOfClean(t, { over: ['data-flow'], changes: { [LIST]: JSON.stringify([EXCEPTION]) } });
  const { findings } = await dataFlow.run(project);
  const found = lines(findings);
  assert.ok(
    found.some((line) => /Leaky\.cls:\d+ ApexFlsViolation/.test(line)),
    found.join('\n'),
  );
  assert.ok(
    found.some((line) => /Leaky\.cls:\d+ AvoidDatabaseOperationInLoop /.test(line)),
    found.join('\n'),
  );
  assert.ok(found.some((line) => line.includes('sfge.json exception "DML" covers 0 findings, not 1')));
  assert.equal(found.filter((line) => !/Leaky\.cls|sfge\.json/.test(line)).length, 0, found.join('\n'));
});
