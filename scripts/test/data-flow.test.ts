import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataFlow } from '../src/checks/data-flow.ts';
import { applyUnproved, unfinishedPath } from '../src/checks/unfinished-paths.ts';
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

test('an entry point that was given up on has to be listed, with a reason', (t) => {
  const project = copyOfClean(t, {});
  const message = (text: string): string =>
    `Internal execution error while scanning entry point: ${project.root}/Deep.cls:5:32: ${text}`;
  const found = unfinishedPath(project, message('Path evaluation timed out after 30000 ms'));
  assert.equal(found?.file, 'Deep.cls');
  assert.equal(found.line, 5);
  const crashed =
    'Graph Engine identified your source and sink, but you must manually verify that you have a sanitizer';
  assert.equal(unfinishedPath(project, message(crashed))?.rule, 'unfinished');
  assert.equal(unfinishedPath(project, message('UnexpectedException')), undefined);
  const listed = { file: 'Deep\\.cls$', reason: 'a test', date: '2026-11-30' };
  assert.deepEqual(applyUnproved([found], []).findings, [found]);
  assert.deepEqual(applyUnproved([found], [{ ...listed, reason: '' }]).findings, [found]);
  const { findings, notes } = applyUnproved([found], [listed]);
  assert.deepEqual(findings, []);
  assert.match(notes.join(), /1 listed/);
});
