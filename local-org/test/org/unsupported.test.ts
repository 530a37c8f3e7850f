import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Half: `public class Half {
    public static Integer works() { return 1; }
    public static Blob refuses() { return Blob.toPdf('text'); }
    public static Object queries() { return [SELECT convertCurrency(AnnualRevenue) FROM Account]; }
    public Flow.Interview named(Flow.Interview one) { return one; }
  }`,
  Broken: 'public class Broken { public static Integer one() { return missing; } }',
});
const org = createOrg({ project: project.root });
after(async () => {
  await org.close();
  project.remove();
});

test('what is not supported is a compile error that names it, once for a type in a file', () => {
  const found = org.diagnostics.filter(({ code }) => code.startsWith('unsupported/'));
  assert.deepEqual(
    found.map(({ code, message }) => `${code}: ${message}`),
    [
      'unsupported/type: The platform has "Flow.Interview", but the local org does not support it yet.',
      'unsupported/method: The local org does not support Blob.toPdf(String) yet.',
      'unsupported/soql: The local org does not support convertCurrency() in SOQL yet.',
    ],
  );
});

test('the rest of its class runs', () => {
  const { success, log } = org.execute('System.debug(Half.works() + new Half().hashCode() * 0);');
  assert.ok(success);
  assert.deepEqual(
    log.map(({ text }) => text),
    ['1'],
  );
});

test('it refuses where it is reached, and no catch of Apex passes over it', () => {
  for (const call of ['refuses', 'queries']) {
    const { success, exception } = org.execute(`try { Half.${call}(); } catch (Exception e) { }`);
    assert.equal(success, false);
    assert.match(exception ?? '', /does not support/);
  }
});

test('anonymous Apex runs beside a broken class', () => {
  assert.ok(org.execute('System.debug(Half.works());').success);
  assert.match(org.execute('Broken.one();').exception ?? '', /Broken has compile errors/);
});
