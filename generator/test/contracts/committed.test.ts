/** The committed contracts as a program in another language uses them: the files alone, nothing of the generator. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const contracts = resolve(import.meta.dirname, '../../../contracts');
const systems = readdirSync(contracts, { withFileTypes: true }).filter((entry) => entry.isDirectory());

interface Operation {
  readonly id: string;
  readonly kind: string;
  readonly request?: object;
  readonly response?: object;
  readonly samples: readonly { readonly file: string; readonly direction: 'request' | 'response' }[];
}

interface Endpoints {
  readonly resources: readonly { readonly operations: readonly Operation[] }[];
  readonly paging: { readonly style: string; readonly items?: string };
}

/** The objects of a page, as the README says how to find them. */
function itemsOf(body: unknown, { items = '' }: Endpoints['paging']): unknown[] {
  const steps = items.split('.').filter((step) => step !== '');
  return steps.reduce((inside, step) => (inside as Record<string, unknown>)[step], body) as unknown[];
}

function open(system: string) {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(contracts, system, file), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  for (const keyword of ['x-wire', 'x-mark', 'x-tag']) ajv.addKeyword(keyword);
  ajv.addSchema(read('schemas.json') as object, 'schemas.json');
  const { resources, paging } = read('endpoints.json') as Endpoints;
  return { read, ajv, paging, operations: resources.flatMap(({ operations }) => operations) };
}

test('there are contracts to look at', () => assert.ok(systems.length > 0));

for (const { name } of systems) {
  test(`${name}: every schema compiles and every reference leads somewhere`, () => {
    const { ajv, operations } = open(name);
    const schemas = operations.flatMap(({ request, response }) =>
      [request, response].filter((one) => one !== undefined),
    );
    assert.ok(schemas.length > 0);
    for (const schema of schemas) assert.doesNotThrow(() => ajv.compile(schema), JSON.stringify(schema));
  });

  test(`${name}: every sample of the documentation fits its schema`, () => {
    const { read, ajv, operations, paging } = open(name);
    const samples = operations.flatMap((operation) =>
      operation.samples.map((sample) => ({ operation, ...sample })),
    );
    assert.equal(samples.length, readdirSync(join(contracts, name, 'samples')).length);
    for (const { operation, file, direction } of samples) {
      const validate = ajv.compile(operation[direction] ?? {});
      const isList = direction === 'response' && operation.kind === 'list';
      const bodies = isList ? itemsOf(read(file), paging) : [read(file)];
      for (const body of bodies) assert.ok(validate(body), `${file}: ${ajv.errorsText(validate.errors)}`);
    }
  });
}
