import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contractEmitters } from '../../src/emit/contracts/index.ts';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';
import type { IntegrationModel } from '../../src/model/model.ts';
import { bodyCheck } from '../../src/schema/index.ts';
import { isInPrettierLayout } from '../support/prettier.ts';
import { edited } from '../support/edit.ts';
import { documented, testModel } from '../support/model.ts';

const context = { namespace: 'billwright', apiVersion: '67.0' };

const emit = (model: IntegrationModel): EmittedFile[] =>
  contractEmitters.flatMap((emitter) => [...emitter.emit(model, context)]);

function contentOf(files: readonly EmittedFile[], path: string): string {
  const file = files.find((one) => one.path === path);
  assert.ok(file, `${path} is emitted`);
  return file.content;
}

function validatorOf(model: IntegrationModel) {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  for (const keyword of ['x-wire', 'x-mark', 'x-tag']) ajv.addKeyword(keyword);
  const schema = JSON.parse(contentOf(emit(model), 'contracts/meter/schemas.json')) as object;
  ajv.addSchema(schema, 'schemas.json');
  return (definition: string, value: unknown): string => {
    const validate = ajv.getSchema(`schemas.json#/$defs/${definition}`);
    assert.ok(validate, `${definition} is defined`);
    return validate(value) ? '' : ajv.errorsText(validate.errors);
  };
}

const company = { party: { kind: 'company', companyName: 'Acme' }, cycle: 'monthly' };

test('a request body holds what the operation requires and may leave the rest out', () => {
  const errors = validatorOf(testModel());
  assert.equal(errors('Customer.create.request', company), '');
  assert.match(errors('Customer.create.request', { party: company.party }), /cycle/);
  assert.equal(errors('Customer.update.request', {}), '');
});

test('a nested object keeps its own required properties in a request', () => {
  const errors = validatorOf(testModel());
  assert.match(errors('Customer.create.request', { ...company, party: { kind: 'company' } }), /companyName/);
});

test('a union speaks of the member that was meant', () => {
  const errors = validatorOf(testModel());
  const text = errors('Customer.create.request', { ...company, party: { kind: 'person' } });
  assert.match(text, /lastName/);
  assert.doesNotMatch(text, /companyName/);
  assert.match(errors('Customer.create.request', { ...company, party: { kind: 'robot' } }), /allowed values/);
});

test('read-only properties belong to responses alone', () => {
  const schema = JSON.parse(contentOf(emit(testModel()), 'contracts/meter/schemas.json')) as {
    $defs: Record<string, { properties?: Record<string, unknown> }>;
  };
  assert.ok(schema.$defs['Customer']?.properties?.['status']);
  assert.equal(schema.$defs['Customer.body']?.properties?.['status'], undefined);
});

test('numeric ids and decimals may be texts of digits in requests, not in responses', () => {
  const errors = validatorOf(testModel());
  assert.match(errors('Bill', { id: '7', total: 1, customer: {} }), /id must be integer/);
});

test('endpoints name every operation with its schemas', () => {
  const endpoints = JSON.parse(contentOf(emit(testModel()), 'contracts/meter/endpoints.json')) as {
    resources: { operations: { id: string; request?: unknown; response?: unknown }[] }[];
  };
  const operations = endpoints.resources.flatMap((one) => one.operations);
  assert.deepEqual(
    operations.map(({ id }) => id),
    ['Customer.list', 'Customer.read', 'Customer.create', 'Customer.update', 'Bill.list', 'Bill.pdf'],
  );
  assert.deepEqual(operations[2]?.request, { $ref: 'schemas.json#/$defs/Customer.create.request' });
  assert.deepEqual(operations[2]?.response, { $ref: 'schemas.json#/$defs/Customer' });
});

test('samples are emitted word for word', () => {
  const text = '{ "party":   {} }\n';
  const sample = {
    name: 'x.create.request',
    operation: 'Customer.create',
    direction: 'request',
    section: '1',
    text,
  } as const;
  const files = emit(testModel({ system: { samples: [sample] } }));
  assert.equal(contentOf(files, 'contracts/meter/samples/x.create.request.json'), text);
});

test('emitted JSON is in Prettier’s layout', async () => {
  for (const file of emit(testModel())) assert.ok(await isInPrettierLayout(file), file.path);
});

test('a page by cursor is an object that holds the list somewhere', () => {
  const numbered = testModel();
  const model = edited(numbered, ({ systems: [one] }) => {
    if (!one) return;
    Object.assign(one.profile, {
      paging: {
        style: 'cursor',
        sizeParameter: 'limit',
        cursorParameter: 'after',
        maxSize: 100,
        items: 'data.items',
        next: 'next',
        mark: documented,
      },
    });
  });
  const errors = ({ systems: [one] }: IntegrationModel, body: unknown): readonly string[] => {
    const list = one?.profile.resources[1]?.operations[0];
    assert.ok(one && list);
    return bodyCheck(one)('Bill.list', list, 'response', body);
  };
  assert.deepEqual(errors(model, { data: { items: [] }, next: null }), []);
  assert.deepEqual(errors(model, []), ['The body must be object']);
  assert.deepEqual(errors(numbered, []), []);
});
