import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { TemporaryProject } from '../temporary-project.ts';
import { running } from './command.ts';

const sum = (operator: string): string =>
  `public class Sum { public static Integer of(Integer a, Integer b) { return a ${operator} b; } }`;
const sumTest = (body: string): string =>
  `@IsTest private class SumTest { @IsTest static void adds() { ${body} } }`;

const project = new TemporaryProject({
  Sum: sum('+'),
  SumTest: sumTest('Assert.areEqual(3, Sum.of(1, 2));'),
});
after(() => project.remove());

const PATIENCE = { timeout: 120_000 };

/** A watching command, and what it says after each change. */
function watching(t: TestContext): { change(make: () => void, expected: RegExp): Promise<void> } {
  const run = running(['test', project.root, '--watch']);
  t.after(async () => {
    run.interrupt();
    await run.code;
  });
  let heard = 0;
  return {
    async change(make, expected) {
      make();
      heard = (await run.until(new RegExp(`${expected.source}[^]*Waiting for changes`), heard)).length;
    },
  };
}

test(
  'the tests run again after each change: what fails, what is broken, what comes and what goes',
  PATIENCE,
  async (t) => {
    const { change } = watching(t);
    await change(() => undefined, /1 passed, 0 failed/);
    await change(() => project.addClass('Sum', sum('-')), /FAIL SumTest\.adds[^]*0 passed, 1 failed/);
    await change(
      () => project.addClass('Sum', sum('+ missing +')),
      /Sum\.cls:1:\d+[^]*missing[^]*0 passed, 1 failed/,
    );
    await change(() => project.addClass('Sum', sum('+')), /1 passed, 0 failed/);
    await change(
      () =>
        project.addClass('OtherTest', '@IsTest private class OtherTest { @IsTest static void other() {} }'),
      /pass OtherTest\.other[^]*2 passed, 0 failed/,
    );
    await change(() => project.removeClass('OtherTest'), /1 passed, 0 failed/);
    await change(
      () => project.addClass('SumTest', sumTest("insert new Box__c(Size__c = 'Small');")),
      /Box__c/,
    );
    await change(addBox, /1 passed, 0 failed/);
  },
);

function addBox(): void {
  project.addMetadata(
    'objects/Box__c/Box__c.object-meta.xml',
    'CustomObject',
    '<label>Box</label><pluralLabel>Boxes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>',
  );
  project.addMetadata(
    'objects/Box__c/fields/Size__c.field-meta.xml',
    'CustomField',
    '<fullName>Size__c</fullName><label>Size</label><type>Text</type><length>20</length>',
  );
}

test('a change while the tests run is not lost', PATIENCE, async (t) => {
  const slow = 'Long until = System.now().getTime() + 1500; while (System.now().getTime() < until) {}';
  project.addClass('SumTest', sumTest(slow));
  const { change } = watching(t);
  await change(() => undefined, /1 passed, 0 failed/);
  project.addClass('Sum', sum('*'));
  await new Promise((resolve) => setTimeout(resolve, 700));
  await change(
    () => project.addClass('SumTest', sumTest('Assert.areEqual(3, Sum.of(1, 2));')),
    /FAIL SumTest\.adds[^]*Actual: 2/,
  );
});

test('a project file that cannot be read for a moment ends nothing', PATIENCE, async (t) => {
  project.addClass('SumTest', sumTest('Assert.areEqual(3, Sum.of(1, 2));'));
  project.addClass('Sum', sum('+'));
  const { change } = watching(t);
  await change(() => undefined, /1 passed, 0 failed/);
  const path = join(project.root, 'sfdx-project.json');
  const before = readFileSync(path, 'utf8');
  await change(() => writeFileSync(path, before.slice(0, 10)), /sfdx-project\.json is not valid JSON/);
  await change(() => writeFileSync(path, before), /1 passed, 0 failed/);
});

test('package directories may be named before they are there, and go and come', PATIENCE, async (t) => {
  const { change } = watching(t);
  await change(() => undefined, /1 passed, 0 failed/);
  const paths = ['app', 'packages/more'].map((path) => ({ path }));
  await change(
    () => project.write('sfdx-project.json', JSON.stringify({ packageDirectories: paths })),
    /packages\/more does not exist[^]*1 passed, 0 failed/,
  );
  const addTest = (name: string): void =>
    project.write(
      `packages/more/${name}.cls`,
      `@IsTest private class ${name} { @IsTest static void runs() {} }`,
    );
  await change(() => addTest('MoreTest'), /pass MoreTest\.runs[^]*2 passed, 0 failed/);
  await change(() => rmSync(join(project.root, 'packages'), { recursive: true }), /1 passed, 0 failed/);
  await change(() => addTest('AgainTest'), /pass AgainTest\.runs[^]*2 passed, 0 failed/);
});
