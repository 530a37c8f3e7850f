import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';

let project: TemporaryProject;
beforeEach(() => {
  project = new TemporaryProject();
});
afterEach(() => project.remove());

async function messages(): Promise<string[]> {
  const org = createOrg({ project: project.root });
  const found = org.diagnostics.map(({ message }) => message);
  await org.close();
  return found;
}

test('of a class whose super class is not there only that is said', async () => {
  project.addClass(
    'Child',
    `public class Child extends lib_Base {
      public Child() { super(1); }
      public void run() { inherited(count); this.field = super.other(2); }
    }`,
  );
  project.addClass('User1', 'public class User1 { void run() { new Child().inherited(3); } }');
  assert.deepEqual(await messages(), ['There is no type "lib_Base".']);
});

test('a package that is loaded without its namespace may name its own classes with it', async () => {
  project.addClass('Helper', 'public class Helper { public static Integer two() { return 2; } }');
  project.addClass('Caller', 'public class Caller { acme.Helper helper; Integer n = acme.Helper.two(); }');
  assert.deepEqual(await messages(), []);
});

test('a type of the platform that the catalogue lacks does not take its class with it', async () => {
  project.addClass(
    'Settings',
    `public class Settings {
      public static Integer two() { return 2; }
      static void run() { ConnectApi.TimeZone zone = null; Flow.Interview.My_Flow flow = null; }
    }`,
  );
  const org = createOrg({ project: project.root });
  assert.equal(org.execute('System.assertEquals(2, Settings.two());').success, true);
  await org.close();
  assert.deepEqual(await messages(), [
    'The local org does not know the type "ConnectApi.TimeZone" of the platform.',
    'The local org does not know the type "Flow.Interview.My_Flow" of the platform.',
  ]);
});
