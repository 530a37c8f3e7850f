import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vendorNeutral } from '../src/checks/vendor-neutral.ts';
import { cleanProject, DEFAULT, findingsOf } from './support/project.ts';

const CLASS = "public class Engine {\n  String url = 'https://my.gotransverse.example';\n}\n";

test('an engine that names nobody has no finding', async () => {
  const { looked, findings } = await vendorNeutral.run(cleanProject());
  assert.deepEqual(findings, []);
  assert.ok(looked > 30);
});

test('finds a billing system named in the engine', async (t) => {
  const found = await findingsOf(t, vendorNeutral, { [`${DEFAULT}/classes/Engine.cls`]: CLASS });
  assert.match(found.join(), /classes\/Engine\.cls:2 vendor “gotransverse” may not stand here/);
});

test('finds a billing system in the name of a file', async (t) => {
  const found = await findingsOf(t, vendorNeutral, { [`${DEFAULT}/classes/GtvEngine.cls`]: 'x' });
  assert.match(found.join(), /classes\/GtvEngine\.cls vendor/);
});

test('lets emitted files name their billing system', async (t) => {
  const found = await findingsOf(t, vendorNeutral, {
    'force-app/main/generated/gotransverse/GotransverseAccount.cls': CLASS,
  });
  assert.deepEqual(found, []);
});

test('finds a mention of what only tests know', async (t) => {
  const found = await findingsOf(t, vendorNeutral, {
    'force-app/main/generated/core/Core.cls': '// see local-org\n',
  });
  assert.match(found.join(), /Core\.cls:1 surroundings “local-org”/);
});
