import assert from 'node:assert/strict';
import { test } from 'node:test';
import { security } from '../src/checks/security.ts';
import { copyOfClean, lines } from './support/project.ts';

test('finds what a review would refuse, and nothing in good code', async (t) => {
  const { looked, what, findings } = await security.run(copyOfClean(t, { over: ['security'] }));
  const found = lines(findings);
  assert.ok(looked > 30);
  assert.match(what, /^files with \d+ rules$/);
  for (const rule of ['ApexSOQLInjection', 'ApexInsecureEndpoint', 'ApexSharingViolations']) {
    assert.ok(
      found.some((line) => line.includes(`Insecure.cls`) && line.includes(rule)),
      `${rule}:\n${found.join('\n')}`,
    );
  }
  assert.ok(found.some((line) => /Hidden\.cls:2 suppression @SuppressWarnings hides findings/.test(line)));
  assert.ok(found.some((line) => /Hidden\.cls:4 suppression NOPMD hides findings/.test(line)));
  assert.deepEqual(
    found.filter((line) => !/(Insecure|Hidden)\.cls/.test(line)),
    [],
  );
});
