import assert from 'node:assert/strict';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCli } from '../../src/cli/run.ts';
import { acmeRoot, type TestRoot } from '../support/acme-root.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(root: string | undefined, ...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    outColour: false,
    errColour: false,
    live: false,
  };
  const code = await runCli([...args, ...(root === undefined ? [] : ['--root', root])], terminal);
  return { code, out: out.join(''), err: err.join('') };
}

const mapping = 'generator/mappings/acme/customer.ts';

async function generated(): Promise<TestRoot> {
  const place = acmeRoot();
  const { code, err } = await run(place.root);
  assert.equal(code, 0, err);
  return place;
}

/** A file that the run emits, whatever the made-up system is made of. */
function someField(place: TestRoot): string {
  const path = Object.keys(JSON.parse(place.read('generator/emitted.json')) as object).find((one) =>
    one.endsWith('.field-meta.xml'),
  );
  assert.ok(path);
  return path;
}

test('a run writes the package and says what it did; the next one has nothing to do', async () => {
  using place = await generated();
  const manifest = JSON.parse(place.read('generator/emitted.json')) as Record<string, string>;
  assert.ok(Object.keys(manifest).length > 50);
  const before = statSync(join(place.root, someField(place))).mtimeMs;
  const { code, out } = await run(place.root);
  assert.equal(code, 0);
  assert.match(out, /^component type +count +new +changed +unchanged +removed +time\n/);
  assert.match(out, /^CustomField +\d+ +- +- +\d+ +- /m);
  assert.equal(statSync(join(place.root, someField(place))).mtimeMs, before);
});

test('--check is content after a run', async () => {
  using place = await generated();
  assert.equal((await run(place.root, '--check')).code, 0);
  assert.equal((await run(place.root, '--check', '--json')).out, '[]\n');
});

test('--check shows what is stale, names what was edited by hand, and writes nothing', async () => {
  using place = await generated();
  const path = someField(place);
  place.write(path, 'edited\n');
  const { code, out, err } = await run(place.root, '--check');
  assert.equal(code, 1);
  assert.match(out, /^-edited$/m);
  assert.match(out, /^\+<\?xml/m);
  assert.ok(err.includes(`edited by hand: ${path}`));
  assert.equal(place.read(path), 'edited\n');
  const codes = (JSON.parse((await run(place.root, '--check', '--json')).out) as { code: string }[]).map(
    (one) => one.code,
  );
  assert.deepEqual(codes, ['BW4004']);
});

test('--check sees a run that was killed', async () => {
  using place = await generated();
  place.write('generator/emitted.unfinished.json', '{}\n');
  const { code, err } = await run(place.root, '--check');
  assert.equal(code, 1);
  assert.match(err, /killed/);
  assert.match((await run(place.root)).out, /An earlier run was killed; this one finished its work/);
  assert.equal((await run(place.root, '--check')).code, 0);
});

test('an overwritten edit is named in the summary', async () => {
  using place = await generated();
  const path = someField(place);
  place.write(path, 'edited\n');
  const { out } = await run(place.root);
  assert.ok(out.includes(`edited by hand and now overwritten: ${path}`));
});

test('--diff lists components and writes nothing', async () => {
  using place = acmeRoot();
  const { code, out } = await run(place.root, '--diff');
  assert.equal(code, 0);
  assert.match(out, /^ApexClass\n {2}\+ new +\w+/);
  assert.equal(existsSync(join(place.root, 'generator/emitted.json')), false);
});

test('a wrong mapping is underlined, and nothing is written', async () => {
  using place = acmeRoot();
  place.replace(mapping, 'fields: {', 'fields: {\n    Nmae: fromBilling((c) => c.idd),');
  const { code, err, out } = await run(place.root);
  assert.equal(code, 1);
  assert.match(err, /generator\/mappings\/acme\/customer\.ts:\d+:\d+ {2}BW\d{4} /);
  assert.match(err, /\^{3}/);
  assert.match(err, /diagnostics?; nothing was written\.$/m);
  assert.equal(out, '');
  assert.equal(existsSync(join(place.root, 'force-app/main/generated')), false);
});

test('--json gives all diagnostics, of the reader and of the validator', async () => {
  using place = acmeRoot();
  place.replace(mapping, 'fields: {', 'fields: {\n    Name: fromBilling((c) => c.idd),');
  place.replace('generator/mappings/core/package.ts', "component: 'billingSync'", "component: 'billingSink'");
  const { code, out, err } = await run(place.root, '--json');
  assert.equal(code, 1);
  assert.equal(err, '');
  const codes = (JSON.parse(out) as { code: string }[]).map((one) => one.code.slice(0, 3));
  assert.ok(codes.includes('BW1'));
  assert.ok(codes.includes('BW2'));
});

test('--system touches the files of that system only', async () => {
  using place = await generated();
  const core = someField(place);
  const own = 'docs/reference/acme/endpoints.md';
  for (const path of [core, own]) place.write(path, 'edited\n');
  assert.equal((await run(place.root, '--system', 'acme')).code, 0);
  assert.equal(place.read(core), 'edited\n');
  assert.notEqual(place.read(own), 'edited\n');
  assert.equal((await run(place.root, '--check', '--system', 'acme')).code, 0);
  assert.equal((await run(place.root, '--check')).code, 1);
});

test('--release locks the names, and then none may go', async () => {
  using place = acmeRoot();
  assert.equal((await run(place.root, '--release', '1.0.0')).code, 0);
  const lock = JSON.parse(place.read('generator/names.lock.json')) as { names: { since: string }[] };
  assert.ok(lock.names.length > 50);
  assert.ok(lock.names.every(({ since }) => since === '1.0.0'));
  assert.equal((await run(place.root, '--check')).code, 0);
  place.replace(
    'generator/names.lock.json',
    '"names": [',
    '"names": [\n    { "kind": "object", "name": "Gone__c", "type": "Text", "since": "0.9.0" },',
  );
  const { code, err } = await run(place.root);
  assert.equal(code, 1);
  assert.match(
    err,
    /names\.lock\.json:4:\d+ {2}BW2601 {2}The object "Gone__c", released with 0\.9\.0, is gone/,
  );
});

test('a file that people made stops the run', async () => {
  using place = acmeRoot();
  place.write('docs/reference/reasons.md', 'mine\n');
  const { code, err } = await run(place.root);
  assert.equal(code, 1);
  assert.match(err, /docs\/reference\/reasons\.md:1:1 {2}BW4002/);
  assert.equal(place.read('docs/reference/reasons.md'), 'mine\n');
});

test('a wrong command line says what is wrong and how it is right', async () => {
  for (const args of [
    ['--chek'],
    ['--check', '--diff'],
    ['--release', 'one'],
    ['--release', '1.0.0', '--check'],
    ['--json', '--watch'],
    ['more'],
  ]) {
    const { code, err } = await run(undefined, ...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /npm run generate -- \[options\]/);
  }
});

test('an unknown system is a wrong command line', async () => {
  using place = acmeRoot();
  const { code, err } = await run(place.root, '--system', 'acne');
  assert.equal(code, 2);
  assert.match(err, /Did you mean "acme"\?/);
});

test('--help says everything', async () => {
  const { code, out } = await run(undefined, '--help');
  assert.equal(code, 0);
  for (const option of ['check', 'diff', 'watch', 'system', 'release', 'json', 'root', 'mappings'])
    assert.ok(out.includes(`--${option}`), option);
});

test('without a project the run fails as an error of the disk', async () => {
  using place = acmeRoot();
  rmSync(join(place.root, 'sfdx-project.json'));
  const { code, err } = await run(place.root);
  assert.equal(code, 3);
  assert.match(err, /sfdx-project\.json/);
});
