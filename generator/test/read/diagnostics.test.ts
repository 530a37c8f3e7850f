import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codes, readMappings } from '../../src/read/index.ts';
import { acmeDir, found, readAcme, root } from './acme.ts';
import { groups } from './cases.ts';

/** Starts with a capital, a quoted name or a function of the language. */
const sentence = /^(?:[A-Z"]|\w+\(\) ).*\.$/s;

for (const [group, cases] of Object.entries(groups))
  describe(group, () => {
    for (const { name, edits, expected } of cases)
      test(`reports ${name}`, () => {
        const { diagnostics, places } = found(...edits);
        assert.deepEqual(places, expected);
        for (const { what, why, fix } of diagnostics.filter(({ code }) => code !== codes.typeScript))
          for (const text of [what, why, fix]) assert.match(text, sentence);
      });
  });

test('reports a folder that is not there', () => {
  const { diagnostics } = readMappings({ root, mappingsDir: `${acmeDir}/nowhere` });
  assert.deepEqual(
    new Set(diagnostics.map(({ code, source }) => `${code} ${source.file}`)),
    new Set([`BW1701 ${acmeDir}/nowhere`, `BW1701 ${acmeDir}/nowhere/core`]),
  );
});

test('each code is shown by a case', () => {
  const shown = new Set(
    Object.values(groups).flatMap((cases) =>
      cases.flatMap(({ expected }) => expected.map((line) => line.slice(0, 6))),
    ),
  );
  const unshown = Object.values(codes).filter((code) => !shown.has(code) && code !== codes.unreadable);
  assert.deepEqual(unshown, []);
});

test('a suggestion names what was probably meant', () => {
  const fix = (file: string, from: string, to: string) => readAcme({ file, from, to }).diagnostics[0]?.fix;
  assert.match(
    fix('acme/customer.ts', 'c.address?.city', 'c.address?.citty') ?? '',
    /^Did you mean "city"\?/,
  );
  assert.match(
    fix('acme/customer.ts', 'BillingCity: f', 'BilingCity: f') ?? '',
    /^Did you mean "BillingCity"\?/,
  );
  assert.match(fix('acme/customer.ts', "'./selectors.ts'", "'./selector.ts'") ?? '', /^Correct the path/);
});
