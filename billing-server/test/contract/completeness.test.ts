/** Handlers, routes and parameters are the contract's, all of them and no others. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HANDLERS } from '../../src/operations/index.ts';
import { checkComplete } from '../../src/operations/operation.ts';
import { createServer } from '../../src/server.ts';
import { Billing, contract } from '../support/billing.ts';
import { makeAccount, runningService } from '../support/flows.ts';

let billing: Billing;
let account: string;

before(async () => {
  billing = await Billing.start();
  account = (await makeAccount(billing)).id;
  await runningService(billing, account);
});
after(() => billing.stop());

test('the set of handlers is the set of routes', () => {
  assert.ok(contract.operations.length > 100);
  assert.doesNotThrow(() => checkComplete(HANDLERS, contract.operations));
});

test('a route without a handler and a handler without a route each fail the start', () => {
  const [first, ...rest] = contract.operations;
  assert.ok(first);
  const spare = {
    ...contract,
    operations: [...contract.operations, { ...first, id: 'Ghost.read', path: '/ghosts' }],
  };
  assert.throws(() => createServer({ contract: spare }), /Routes without a handler: Ghost\.read/);
  assert.throws(
    () => createServer({ contract: { ...contract, operations: rest } }),
    new RegExp(`Handlers without a route: ${first.id}`),
  );
});

test('a contract that is not there, or of another format, is refused in words', async () => {
  const { loadContract } = await import('../../src/contract/contract.ts');
  assert.throws(() => loadContract('/nowhere'), /can't be read\. Run "npm run generate"/);
});

for (const operation of contract.operations.filter(({ query }) => query.length > 0)) {
  test(`${operation.id} can be asked for each of its parameters`, async () => {
    const params = Object.fromEntries(operation.pathParameters.map((name) => [name, '3102']));
    const needed = operation.id === 'UsageEvent.list' ? { billing_account_id: account } : {};
    for (const { name } of operation.query) {
      for (const filter of [`${name} IS NULL`, `NOT (${name} IS NOT NULL)`]) {
        const answer = await billing.call(operation.id, { params, query: { ...needed, filter } });
        assert.equal(answer.status, 200, `${name}: ${answer.text}`);
      }
      const value = /date|time|occurred_on/.test(name)
        ? '2025-03-01'
        : /closed|credit_only/.test(name)
          ? 'true'
          : '1';
      const answer = await billing.call(operation.id, { params, query: { ...needed, [name]: value } });
      assert.equal(answer.status, 200, `${name}: ${answer.text}`);
    }
  });
}
