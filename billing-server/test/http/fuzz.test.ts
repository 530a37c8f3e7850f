/** Bodies and queries that no client would send never give a 500, and every refusal has the form of errors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Operation, Schema } from '../../src/contract/contract.ts';
import { definitionName } from '../../src/contract/contract.ts';
import { Billing, contract } from '../support/billing.ts';
import { internetItem, makeAccount, runningService, sell } from '../support/flows.ts';

let billing: Billing;
const defects: unknown[] = [];
/** Ids that exist, so that bodies get past the first check. */
const ids = ['1', '210', '31', '7', '3102', '3177', '8801', '12', '52', '501', '511', '531', '541', '601'];

before(async () => {
  billing = await Billing.start({ onDefect: (error) => defects.push(error) });
  const account = await makeAccount(billing, {
    contacts: [{ party_type: 'person', first_name: 'A', last_name: 'B' }],
  });
  const service = await runningService(billing, account.id);
  const order = await sell(billing, account.id, [internetItem()]);
  ids.push(
    account.id,
    service.id,
    order.id,
    order.order_items[0].id,
    account.responsible_party.id,
    account.contacts[0].id,
  );
});
after(() => billing.stop());

const RUNS = process.env['BILLWRIGHT_LONG'] ? 60 : 6;

const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\uD800',
    '💥',
    "'; DROP TABLE orders; --",
    '__proto__',
    '9'.repeat(400),
    '2025-03-05T00:00:00Z',
    '9999-12-31',
    '-0',
    'NaN',
    '<script>',
  ),
);
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { maxDepth: 3 },
  anyText,
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, true, [], {}, 1e308, -1, 0, 1e-20, Number.MAX_SAFE_INTEGER),
  fc.jsonValue({ maxDepth: 2 }),
);
const id = fc.constantFrom(...ids);

function resolve(schema: Schema): Schema {
  const name = definitionName(schema);
  return name === undefined ? schema : resolve({ ...(contract.definitions[name] ?? {}) });
}

/** A value that the schema more or less describes: mostly right, so that rules behind the schema are reached. */
function like(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const right = likeRight(resolve(schema), depth);
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anyValue });
}

function likeRight(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema['x-wire'] === 'decimal')
    return fc.oneof(
      fc.constantFrom(1, 0, -5, '12.50', '0.000000000000000000001', 1e15),
      fc.double({ noNaN: true }),
    );
  if (schema['x-wire']) return fc.oneof(id, fc.integer());
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => like(one, depth)));
  if (schema.format)
    return fc.constantFrom(
      '2025-03-05',
      '2025-03-05T00:00:00-06:00',
      '2026-01-01T00:00:00Z',
      '1900-01-01',
      '2999-12-31T23:59:59Z',
      'x',
    );
  if (schema.items)
    return depth > 4 ? fc.constant([]) : fc.array(like(schema.items, depth + 1), { maxLength: 3 });
  if (schema['x-tag'])
    return fc.oneof(...(schema.allOf ?? []).map((member) => tagged(schema['x-tag'] ?? '', member, depth)));
  if (schema.properties && depth <= 5) return objectLike(schema, depth);
  const types = [schema.type].flat();
  if (types.includes('boolean')) return fc.boolean();
  if (types.includes('integer')) return fc.constantFrom(0, 1, 12, -3, 2 ** 31 - 1);
  return anyText;
}

function tagged(
  tag: string,
  { if: condition, then }: { if: Schema; then: Schema },
  depth: number,
): fc.Arbitrary<unknown> {
  const value = condition.properties?.[tag]?.const;
  return like(then, depth).map((body) =>
    typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, [tag]: value } : body,
  );
}

function objectLike({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const entries = Object.entries(properties).map(
    ([name, schema]) => [name, like(schema, depth + 1)] as const,
  );
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: required.filter((name) => name in properties),
  });
}

async function mustNotBreak(
  operation: Operation,
  path: string,
  options: Parameters<Billing['send']>[2],
): Promise<void> {
  const answer = await billing.send(operation.method, path, options);
  assert.ok(
    answer.status < 500 || answer.status === 501,
    `${operation.id}: ${answer.text} ${String(defects.at(-1))} ${JSON.stringify(options)}`,
  );
  if (answer.status !== 200) assert.deepEqual(Object.keys(answer.body), ['code', 'message']);
}

function fullPath({ path }: Operation, names: readonly string[]): string {
  let at = 0;
  return contract.basePath + path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(names[at++] ?? '1'));
}

for (const operation of contract.operations.filter(({ request }) => request)) {
  test(`${operation.id} survives any body`, async () => {
    const schema: Schema = operation.request ?? {};
    const body = fc.oneof(
      {
        weight: 8,
        arbitrary: like({
          ...resolve(schema),
          ...(contract.definitions[`${operation.id}.request`]?.required && {
            required: contract.definitions[`${operation.id}.request`]?.required ?? [],
          }),
        }),
      },
      { weight: 1, arbitrary: anyValue },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(id, { minLength: 3, maxLength: 3 }), body, async (names, value) => {
        await mustNotBreak(operation, fullPath(operation, names), { body: JSON.stringify(value) ?? 'null' });
      }),
      { numRuns: RUNS * 4 },
    );
  });
}

test('every operation survives any path and query', async () => {
  const part = fc.oneof(
    id,
    anyText.filter((text) => text !== '' && text !== '.' && text !== '..' && !/[\uD800-\uDFFF]/.test(text)),
  );
  const names = fc.constantFrom(
    'filter',
    'sort',
    'expand',
    'return',
    'page_size',
    'page_number',
    'omit_total_count',
    'id',
    'status',
    'billing_account_id',
    'start_date',
    'closed',
  );
  const query = fc.dictionary(
    names,
    fc.oneof(
      anyText.filter((text) => !/[\uD800-\uDFFF]/.test(text)),
      fc.constantFrom("id EQ '1'", "status LIKE '%'", 'FULL', '50', '-id', 'true'),
    ),
    { maxKeys: 3 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...contract.operations),
      fc.array(part, { minLength: 3, maxLength: 3 }),
      query,
      async (operation, parts, values) => {
        await mustNotBreak(operation, fullPath(operation, parts), { query: { ...values } });
      },
    ),
    { numRuns: RUNS * 50 },
  );
});

test('no defect was met', () => assert.deepEqual(defects, []));
