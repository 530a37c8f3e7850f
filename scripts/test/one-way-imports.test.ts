import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { Linter } from 'eslint';
import { oneWayImports } from '../eslint/one-way-imports.mjs';
import { ROOT } from './support/project.ts';

const linter = new Linter({ cwd: ROOT });

function broken(file: string, target: string): string[] {
  const plugins = { billwright: { rules: { 'one-way-imports': oneWayImports } } };
  const config: Linter.Config = { files: ['**/*.ts'], plugins, rules: { 'billwright/one-way-imports': 2 } };
  const code = `import x from '${target}';\nexport const y = x;\n`;
  return linter.verify(code, [config], join(ROOT, file)).map(({ message }) => message);
}

const ALLOWED: readonly [file: string, target: string][] = [
  ['billing-server/src/a.ts', './b.ts'],
  ['local-org/src/a.ts', 'node:http'],
  ['generator/mappings/alpha/a.ts', '../../language/index.ts'],
  ['generator/mappings/alpha/a.ts', './api/b.ts'],
  ['generator/mappings/alpha/a.ts', '../core/objects.ts'],
  ['generator/src/read/a.ts', '../model/b.ts'],
  ['generator/src/emit/a.ts', '../model/b.ts'],
  ['generator/src/cli.ts', './write/b.ts'],
  ['e2e/a.ts', '../billing-server/src/b.ts'],
];

const BROKEN: readonly [file: string, target: string, because: RegExp][] = [
  ['billing-server/src/a.ts', '../../local-org/src/b.ts', /only over HTTP/],
  ['billing-server/src/a.ts', '@billwright/generator', /only over HTTP/],
  ['billing-server/src/a.ts', '../../generator/src/model/b.ts', /only over HTTP/],
  ['local-org/src/a.ts', '../../billing-server/src/b.ts', /knows nothing of billing/],
  ['generator/mappings/core/a.ts', '../alpha/b.ts', /know none of them/],
  ['generator/mappings/alpha/a.ts', '../beta/b.ts', /nothing of another/],
  ['generator/mappings/alpha/a.ts', '../../src/model/b.ts', /data in the mapping language/],
  ['generator/mappings/alpha/a.ts', 'ts-morph', /data in the mapping language/],
  ['generator/language/a.ts', '../src/model/b.ts', /neither mappings nor generator/],
  ['generator/src/model/a.ts', '../read/b.ts', /plain data/],
  ['generator/src/read/a.ts', '../emit/b.ts', /nothing of what is emitted/],
  ['generator/src/emit/a.ts', '../write/b.ts', /pure functions/],
  ['generator/src/write/a.ts', '../emit/b.ts', /nothing of where/],
];

for (const [file, target] of ALLOWED) {
  test(`${file} may import ${target}`, () => assert.deepEqual(broken(file, target), []));
}

for (const [file, target, because] of BROKEN) {
  test(`${file} may not import ${target}`, () => {
    const messages = broken(file, target);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', because);
  });
}
