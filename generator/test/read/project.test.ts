import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MappingProject } from '../../src/read/index.ts';
import { acmeDir, found, readAcme, root } from './acme.ts';

const copy = mkdtempSync(join(tmpdir(), 'billwright-read-'));
after(() => rmSync(copy, { recursive: true }));

/** A repository of its own with the fixture's mappings and the language. */
function acmeCopy(): string {
  cpSync(join(root, acmeDir), join(copy, 'generator/mappings'), { recursive: true });
  cpSync(join(root, 'generator/language'), join(copy, 'generator/language'), { recursive: true });
  cpSync(join(root, 'generator/package.json'), join(copy, 'generator/package.json'));
  return copy;
}

function change(file: string, from: string, to: string): void {
  const path = join(copy, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  // File systems with coarse times must not hide a change of the same length.
  utimesSync(path, new Date(), new Date(Date.now() + 5000));
}

test('a project reads changed, new and removed files again, and what depends on them', () => {
  const project = new MappingProject({ root: acmeCopy() });
  const codesNow = () => project.read().diagnostics.map(({ code, source }) => `${code} ${source.file}`);
  assert.deepEqual(codesNow(), []);

  const address = 'generator/mappings/acme/api/customer.ts';
  change(address, '  city: string;', '  town: string;');
  assert.deepEqual(codesNow(), ['BW1101 generator/mappings/acme/customer.ts']);
  change(address, '  town: string;', '  city: boolean;');
  assert.deepEqual(codesNow(), ['BW1203 generator/mappings/acme/customer.ts']);
  change(address, '  city: boolean;', '  city: string;');
  assert.deepEqual(codesNow(), []);

  const selectors = join(copy, 'generator/mappings/acme/selectors.ts');
  const text = readFileSync(selectors, 'utf8');
  rmSync(selectors);
  assert.deepEqual(codesNow(), ['BW1301 generator/mappings/acme/customer.ts']);
  writeFileSync(selectors, text);
  assert.deepEqual(codesNow(), []);
});

test('a project sees changes of the language', () => {
  const project = new MappingProject({ root: acmeCopy() });
  assert.deepEqual(project.read().diagnostics, []);
  change('generator/language/standard.ts', 'BillingCity: text({', 'BillingTown: text({');
  assert.deepEqual(
    project.read().diagnostics.map(({ code }) => code),
    ['BW1201'],
  );
});

test('mappings are never executed', () => {
  const marker = join(copy, 'ran');
  const { places } = found({
    file: 'acme/customer.ts',
    from: 'const onceOnly',
    to: `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(marker)}, 'ran');\nconst onceOnly`,
  });
  assert.deepEqual(
    places.map((place) => place.slice(0, 6)),
    ['BW1002', 'BW1001'],
  );
  assert.throws(() => readFileSync(marker), { code: 'ENOENT' });
});

test('a file that only throws is read like any other', () => {
  const { diagnostics } = readAcme({ file: 'acme/boom.ts', to: "throw new Error('ran');\n" });
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['BW1001'],
  );
});

test('half a file with a syntax error takes nothing else down', () => {
  const { model, diagnostics } = readAcme({ file: 'acme/plan.ts', to: 'export const plan = mapping(' });
  assert.ok(diagnostics.length > 0);
  assert.ok(model.systems[0]?.mappings.some(({ name }) => name === 'customer'));
});
