/** Classes of the made-up system as they shall be, word for word. `UPDATE_GOLDEN=1` writes them anew. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { classesOf, emitted, fixtureModel } from './emitted.ts';

const folder = fileURLToPath(new URL('golden', import.meta.url));
const classes = classesOf(emitted(fixtureModel('acme')));

/** One of each kind; the rest differ only in what they are filled with. */
const chosen = [
  'AcmBuyer',
  'AcmBuyerTest',
  'AcmContract',
  'AcmContractTest',
  'AcmCustomerApi',
  'AcmCustomerApiTest',
  'AcmCustomerMapper',
  'AcmCustomerMapperTest',
  'AcmContractLineMapper',
  'AcmContractMapper',
  'AcmContractMapperTest',
  'AcmSamples',
  'AcmSamplesTest',
  'AcmSystem',
  'AcmSystemTest',
  'BillingReasonTexts',
  'BillingReasonTextsTest',
];

for (const name of chosen) {
  test(`${name} is as it was`, () => {
    const content = classes.get(name) ?? '';
    const path = join(folder, `${name}.cls`);
    if (process.env['UPDATE_GOLDEN']) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, content);
    }
    assert.equal(content, readFileSync(path, 'utf8'));
  });
}
