import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { compile, type Compiled, type ParsedFile } from '../../src/compile/compile.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { library } from '../../src/library/index.ts';
import { Catalogue } from '../../src/platform/catalogue.ts';
import { loadSchema } from '../../src/schema/load.ts';
import { parseClass } from '../../src/syntax/parse.ts';
import { LibraryIndex } from '../../src/types/library-index.ts';
import { TemporaryProject } from '../temporary-project.ts';

const CLASSES = '../../../force-app/main/default/classes/';
const NAMES = [
  'json/BillingJson',
  'json/BillingTime',
  'client/BillingBudget',
  'client/BillingRetryRule',
  'mapping/BillingHash',
];
const TOKEN = /'(?:\\.|[^'\\\n])*'|\/\/.*|\/\*[^]*?\*\/|\w+|\s+|[^\w\s]/g;
const API_VERSION = 65;

const project = new TemporaryProject();
const schema = loadSchema({
  root: project.root,
  packageDirectories: [project.root],
  namespace: null,
  asInstalled: false,
});
project.remove();
const index = new LibraryIndex(library);
const catalogue = new Catalogue({ isVirtual: (name) => index.isVirtual(name) });
const options = { schema, library: index, catalogue, namespace: null, coverage: false };

const sources = NAMES.map((name) => ({
  file: `${name}.cls`,
  tokens:
    readFileSync(fileURLToPath(new URL(`${CLASSES}${name}.cls`, import.meta.url)), 'utf8').match(TOKEN) ?? [],
}));

interface Mutation {
  readonly kind: 'delete' | 'duplicate' | 'swap';
  readonly at: number;
  readonly other: number;
}

function mutated(tokens: readonly string[], mutations: readonly Mutation[]): string {
  const result = [...tokens];
  const solid = result.flatMap((token, at) => (token.trim() === '' ? [] : [at]));
  const place = (part: number): number => solid[Math.floor(part * solid.length)] ?? 0;
  for (const { kind, at, other } of mutations) {
    const one = place(at);
    const two = place(other);
    if (kind === 'delete') result[one] = ' ';
    else if (kind === 'duplicate') result[one] = `${result[one]} ${result[one]}`;
    else [result[one], result[two]] = [result[two] ?? '', result[one] ?? ''];
  }
  return result.join('');
}

function compileTexts(texts: readonly { file: string; text: string }[]): {
  compiled: Compiled;
  syntax: Diagnostics;
} {
  const syntax = new Diagnostics();
  const parsed = texts.flatMap(({ file, text }): ParsedFile[] => {
    const unit = parseClass(text, file, syntax);
    return unit ? [{ unit, file, text, apiVersion: API_VERSION }] : [];
  });
  return { compiled: compile(parsed, options), syntax };
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'swap'),
  at: fraction,
  other: fraction,
});

test('a mutated class gives diagnostics, or code that loads; its neighbours go on', () => {
  const property = fc.property(
    fc.nat(sources.length - 1),
    fc.array(mutation, { minLength: 1, maxLength: 3 }),
    (chosen, mutations) => {
      const texts = sources.map(({ file, tokens }, at) => ({
        file,
        text: at === chosen ? mutated(tokens, mutations) : tokens.join(''),
      }));
      const { compiled, syntax } = compileTexts(texts);
      const emitted = new Set(compiled.files.map(({ file }) => file));
      const wrong = new Set([...syntax.errors, ...compiled.diagnostics].map(({ file }) => file));
      for (const { file } of texts) assert.ok(emitted.has(file) || wrong.has(file), `${file} got lost`);
      for (const { file, code } of compiled.files)
        new Script(`(function ($rt) {${code}})`, { filename: file });
    },
  );
  fc.assert(property, { seed: 20_260_715, numRuns: 40 });
});
