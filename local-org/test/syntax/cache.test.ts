import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createAstCache } from '../../src/syntax/cache.ts';
import { parseClass, parseQuery, parseTrigger } from '../../src/syntax/parse.ts';

const CLASS = "class A { String a = 'ä😀'; void b() { for (A c : [SELECT Id FROM A WHERE Id = :d]) { } } }";
const TRIGGER = 'trigger T on A (before insert) { }';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ast-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entries = () => readdirSync(folder).map((name) => join(folder, name));
const parsed = (text: string, mostTrees?: number) => {
  const sink = new Diagnostics();
  const unit = createAstCache(folder, mostTrees).parse('class', text, 'A.cls', sink);
  return { unit, diagnostics: sink.all };
};

test('gives what the parser gives, from the parser and from disk', () => {
  const sink = new Diagnostics();
  for (let run = 0; run < 2; run++) {
    const cache = createAstCache(folder);
    assert.deepEqual(cache.parse('class', CLASS, 'A.cls', sink), parseClass(CLASS, 'A.cls', sink));
    assert.deepEqual(
      cache.parse('trigger', TRIGGER, 'T.trigger', sink),
      parseTrigger(TRIGGER, 'T.trigger', sink),
    );
    assert.deepEqual(cache.query('SELECT Id FROM A'), parseQuery('SELECT Id FROM A'));
    assert.equal(entries().length, 3);
  }
  assert.deepEqual(sink.all, []);
});

test('works without a folder', () => {
  const sink = new Diagnostics();
  const unit = createAstCache(null).parse('class', CLASS, 'A.cls', sink);
  assert.deepEqual(unit, parseClass(CLASS, 'A.cls', sink));
});

test('what is wrong is reported on every run', () => {
  for (let run = 0; run < 2; run++) {
    assert.equal(parsed('class A { Integer a = 2147483648; }').diagnostics.length, 1);
    assert.equal(parsed('class A {').unit, null);
    assert.throws(() => createAstCache(folder).query('SELECT'), { name: 'SoqlSyntaxError' });
  }
  assert.deepEqual(entries(), []);
});

test('damaged entries are read over and written anew', () => {
  const { unit } = parsed(CLASS);
  const [path] = entries() as [string];
  const whole = readFileSync(path, 'utf8');
  for (const damage of [whole.slice(0, whole.length / 2), '', 'null', '{"kind":"trigger","tree":{}}']) {
    writeFileSync(path, damage);
    assert.deepEqual(parsed(CLASS).unit, unit);
    assert.equal(readFileSync(path, 'utf8'), whole);
  }
  assert.equal(entries().length, 1);
});

test('a full folder is pruned when writing begins', () => {
  const cache = createAstCache(folder);
  for (let each = 0; each < 8; each++) cache.parse('class', `class A${each} { }`, 'A.cls', new Diagnostics());
  assert.equal(entries().length, 8);
  parsed('class B { }', 4);
  assert.equal(entries().length, 4);
});

test('a folder that cannot be written is a warning, once', () => {
  writeFileSync(join(folder, 'file'), '');
  const cache = createAstCache(join(folder, 'file', 'below'), 10);
  const sink = new Diagnostics();
  for (let run = 0; run < 2; run++) assert.ok(cache.parse('class', CLASS, 'A.cls', sink));
  assert.deepEqual(
    sink.all.map(({ code, severity }) => [code, severity]),
    [['syntax/cache', 'warning']],
  );
});

test('the grammar is not loaded when everything is kept', () => {
  const script = `
    import { registerHooks } from 'node:module';
    let seen = 0;
    registerHooks({ load(url, context, next) { if (/apex-parser|antlr/.test(url)) seen++; return next(url, context); } });
    const { createAstCache } = await import(${JSON.stringify(new URL('../../src/syntax/cache.ts', import.meta.url))});
    createAstCache(process.argv[1]).parse('class', ${JSON.stringify(CLASS)}, 'A.cls', { report() {} });
    process.stdout.write(String(seen > 0));`;
  const run = () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script, folder], { encoding: 'utf8' });
  assert.equal(run(), 'true');
  assert.equal(run(), 'false');
});
