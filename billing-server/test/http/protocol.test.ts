/** What all operations share. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Billing, contract } from '../support/billing.ts';
import { accountBody, makeAccount } from '../support/flows.ts';

let billing: Billing;
const COUNT = 7;

before(async () => {
  billing = await Billing.start();
  for (let made = 0; made < COUNT; made += 1) await makeAccount(billing);
});
after(() => billing.stop());

const LIST = '/billing/2/billing-accounts';

async function messageWith(
  headers: Record<string, string>,
): Promise<{ status: number; message: string; code: string }> {
  const { status, body } = await billing.send('GET', LIST, { headers });
  return { code: body.code, message: body.message, status };
}

test('each of the six credential messages', async () => {
  for (const [key, user, sets] of [
    ['disabled', 'DISABLED', ['Billing']],
    ['expired', 'EXPIRED', ['Billing']],
    ['locked', 'LOCKED', ['Billing']],
    ['other-set', 'ENABLED', ['Dunning']],
  ] as const) {
    await billing.control('PUT', `/keys/${key}`, { user, api_sets: sets });
  }
  const without = await fetch(billing.url + LIST);
  assert.equal(without.status, 401);
  assert.deepEqual(await without.json(), { code: '401', message: 'Authorization header not found' });
  assert.deepEqual(await messageWith({ 'x-api-key': 'disabled' }), {
    status: 401,
    code: '401',
    message: 'User is Disabled',
  });
  assert.deepEqual(await messageWith({ 'x-api-key': 'expired' }), {
    status: 401,
    code: '401',
    message: 'User account has expired',
  });
  assert.deepEqual(await messageWith({ 'x-api-key': 'locked' }), {
    status: 401,
    code: '401',
    message: 'User account is locked',
  });
  assert.deepEqual(await messageWith({ 'x-api-key': 'other-set' }), {
    status: 403,
    code: '403',
    message: 'Access Denied',
  });
  assert.deepEqual(await messageWith({ 'x-api-key': 'unknown' }), {
    status: 403,
    code: '403',
    message: 'Access to this API has been disallowed',
  });
});

test('the key header may be written in any case', async () => {
  const response = await fetch(billing.url + LIST, {
    headers: { 'X-API-KEY': 'local-demo-key-not-a-secret-0000' },
  });
  assert.equal(response.status, 200);
});

test('a list is a bare array with paging headers in both spellings', async () => {
  const { body, headers } = await billing.call('BillingAccount.list', { query: { page_size: 3 } });
  assert.ok(Array.isArray(body));
  assert.equal(headers.get('x-element-count'), '3');
  assert.equal(headers.get('x-elements-count'), '3');
  assert.equal(headers.get('x-total-count'), String(COUNT));
  assert.equal(headers.get('x-total-pages'), '3');
});

test('pages hold every record once, by id', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      billing.list('BillingAccount.list', { query: { page_size: 3, page_number: number } }),
    ),
  );
  const ids = pages.flat().map(({ id }) => Number(id));
  assert.equal(ids.length, COUNT);
  assert.deepEqual(
    ids,
    [...new Set(ids)].sort((one, other) => one - other),
  );
});

test('omit_total_count leaves the totals out', async () => {
  const { headers } = await billing.call('BillingAccount.list', { query: { omit_total_count: true } });
  assert.equal(headers.get('x-element-count'), String(COUNT));
  assert.equal(headers.has('x-total-count') || headers.has('x-total-pages'), false);
});

test('page size and number have limits', async () => {
  for (const query of [
    { page_size: 51 },
    { page_size: 0 },
    { page_size: 'x' },
    { page_size: '1.5' },
    { page_number: 0 },
    { page_number: -1 },
  ]) {
    assert.match(
      await billing.refused('BillingAccount.list', 422, { query }),
      /^page_(size|number) must be a whole number from 1 to /,
    );
  }
  assert.equal((await billing.list('BillingAccount.list', { query: { page_number: 999 } })).length, 0);
});

test('sort takes what the endpoint lists as sortable, in four forms', async () => {
  const sorted = async (sort: string): Promise<string[]> =>
    (await billing.list('ManualInvoiceReason.list', { query: { sort } })).map(({ name }) => name);
  const up = await sorted('name');
  assert.deepEqual(up, [...up].sort());
  for (const form of ['-name', 'name:desc', 'name desc'])
    assert.deepEqual(await sorted(form), up.toReversed());
  assert.match(
    await billing.refused('ManualInvoiceReason.list', 422, { query: { sort: 'charge_category_id' } }),
    /is not sortable/,
  );
  assert.match(
    await billing.refused('ManualInvoiceReason.list', 422, { query: { sort: 'name!' } }),
    /not understood/,
  );
  await billing.control('PATCH', '/fidelity', { sortForms: ['name'] });
  await billing.refused('ManualInvoiceReason.list', 422, { query: { sort: '-name' } });
  await billing.control('PATCH', '/fidelity', { sortForms: ['name', '-name', 'name:desc', 'name desc'] });
});

test('return SIMPLE expands nothing, expand brings one entity back', async () => {
  const [full] = await billing.list('BillingAccount.list');
  const [simple] = await billing.list('BillingAccount.list', { query: { return: 'SIMPLE' } });
  const [some] = await billing.list('BillingAccount.list', {
    query: { return: 'SIMPLE', expand: 'bill_cycle' },
  });
  assert.ok(full.bill_cycle.name);
  assert.deepEqual(Object.keys(simple.bill_cycle), ['id', 'bill_cycle_type']);
  assert.equal(simple.contacts, undefined);
  assert.deepEqual(some.bill_cycle, full.bill_cycle);
  assert.equal(some.contacts, undefined);
  assert.match(
    await billing.refused('BillingAccount.list', 422, { query: { expand: 'friends' } }),
    /"friends" can't be expanded/,
  );
  assert.match(
    await billing.refused('BillingAccount.list', 422, { query: { return: 'ALL' } }),
    /return must be FULL or SIMPLE/,
  );
});

test('direct parameters and a filter may be given together', async () => {
  const [first, second] = await billing.list('BillingAccount.list');
  const filter = `id EQ '${first.id}' OR id EQ '${second?.id}'`;
  assert.equal((await billing.list('BillingAccount.list', { query: { filter } })).length, 2);
  assert.equal(
    (await billing.list('BillingAccount.list', { query: { filter, account_num: first.account_num } })).length,
    1,
  );
  const like = `(status EQ 'ACTIVE') AND (external_account_num LIKE 'EXT-%')`;
  assert.equal((await billing.list('BillingAccount.list', { query: { filter: like } })).length, COUNT);
  assert.equal(
    (
      await billing.list('BillingAccount.list', {
        query: { filter: `start_date GT '2025-03-01T00:00:00-06:00'` },
      })
    ).length,
    0,
  );
  assert.equal(
    (
      await billing.list('BillingAccount.list', {
        query: { filter: `start_date GTE '2025-03-01T00:00:00-06:00'` },
      })
    ).length,
    COUNT,
  );
});

test('a wrong filter names the place or the parameter', async () => {
  for (const [filter, message] of [
    ['status', /expected an operator/],
    [`nothing EQ 'x'`, /nothing is not a parameter of this endpoint/],
    [`id EQ 'abc'`, /id must be an id/],
    [`start_date EQ 'soon'`, /start_date must be a date and time/],
    [`id LIKE '1%'`, /id is no text/],
    [`__proto__ EQ 'x'`, /__proto__ is not a parameter/],
  ] as const) {
    assert.match(await billing.refused('BillingAccount.list', 422, { query: { filter } }), message);
  }
});

test('a parameter that the endpoint does not have is refused, unless switched off', async () => {
  assert.match(
    await billing.refused('BillingAccount.list', 422, { query: { external_acount_num: 'x' } }),
    /external_acount_num is not a parameter/,
  );
  await billing.control('PATCH', '/fidelity', { unknownParameters: 'ignore' });
  assert.equal(
    (await billing.list('BillingAccount.list', { query: { external_acount_num: 'x' } })).length,
    COUNT,
  );
  await billing.control('PATCH', '/fidelity', { unknownParameters: 'reject' });
});

test('lists that need a parameter refuse none, as a switch', async () => {
  const needing = contract.operations.filter(({ needsParameter }) => needsParameter).map(({ id }) => id);
  assert.ok(needing.includes('UsageEvent.list') && needing.includes('Order.list'));
  for (const id of needing) assert.match(await billing.refused(id, 422), /parameter/);
  assert.match(
    await billing.refused('UsageEvent.list', 422, { query: { closed: true } }),
    /One of these parameters is required: service_period_id/,
  );
  await billing.control('PATCH', '/fidelity', { requiredParameters: false });
  for (const id of needing) await billing.list(id);
  await billing.control('PATCH', '/fidelity', { requiredParameters: true });
});

test('every answer says how sure the contract is of it', async () => {
  const mark = async (path: string): Promise<string | null> =>
    (await billing.send('GET', `/billing/2${path}`)).headers.get('x-contract-mark');
  assert.equal(await mark('/bill-cycles'), 'documented; S18');
  assert.equal(await mark('/payment-terms'), 'inferred; 1.x');
  assert.equal(await mark('/billing-accounts/0'), 'documented; S61', 'a refusal as well');
});

test('what is not there is 404, what a path does not take is 405', async () => {
  assert.equal(
    await billing.refused('BillingAccount.read', 404, { params: { id: '1' } }),
    'billing_account was not found.',
  );
  const strange = await billing.send('GET', '/billing/2/nothing');
  assert.deepEqual(
    [strange.status, strange.body],
    [404, { code: '404', message: 'The path does not exist.' }],
  );
  const wrong = await billing.send('PATCH', LIST, { body: {} });
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'GET, POST');
  const params = { id: (await makeAccount(billing)).id };
  assert.equal(
    await billing.refused('DunningState.read', 404, { params }),
    'dunning_state for the specified billing_account was not found.',
  );
});

test('a body that can not be read is 400, of another type 415, too large 413', async () => {
  for (const body of ['{', '{"a":1', 'nothing', '']) {
    const { status, body: answer } = await billing.send('POST', LIST, {
      body: body === '' ? '\u0000' : body,
    });
    assert.deepEqual([status, answer.code], [400, '400']);
  }
  const nested = `${'['.repeat(500)}${']'.repeat(500)}`;
  assert.match((await billing.send('POST', LIST, { body: nested })).body.message, /nested more than/);
  const form = await billing.send('POST', LIST, {
    body: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.deepEqual([form.status, form.body.code], [415, '415']);
  const large = await billing.send('POST', LIST, { body: JSON.stringify({ note: 'x'.repeat(2_000_000) }) });
  assert.deepEqual([large.status, large.body.code], [413, '413']);
});

test('a body that breaks a rule is 422 and names the field, and changes nothing', async () => {
  const before = (await billing.list('BillingAccount.list', { query: { page_size: 50 } })).length;
  const body = accountBody();
  for (const [change, message] of [
    [{ bill_cycle: undefined }, /^bill_cycle is required\.$/],
    [{ bill_cycle: { id: '210' } }, /^bill_cycle\.bill_cycle_type is required\.$/],
    [
      { bill_cycle: { id: '210', bill_cycle_type: 'yearly' } },
      /^bill_cycle\.bill_cycle_type must be monthly/,
    ],
    [
      { bill_cycle: { id: '999', bill_cycle_type: 'monthly' } },
      /^bill_cycle\.id: there is no bill cycle "999"/,
    ],
    [{ billing_account_category: { id: '999' } }, /^billing_account_category\.id/],
    [{ payment_term: { id: '999' } }, /^payment_term\.id/],
    [
      { responsible_party: { party_type: 'organization' } },
      /^responsible_party\.organization_name is required\.$/,
    ],
    [
      { responsible_party: { party_type: 'ghost' } },
      /^responsible_party\.party_type must be one of organization, person\.$/,
    ],
    [{ responsible_party: 'me' }, /^responsible_party must be an object\.$/],
    [{ start_date: '2025-02-30' }, /^start_date must be a date and time/],
    [{ currency_code: 'XXX' }, /^currency_code/],
    [{ bill_type: 'PIGEON' }, /^bill_type must be one of PAPER, EMAIL, PAPER_EMAIL, NONE\.$/],
    [{ tax_exempt: 'maybe' }, /^tax_exempt must be true or false\.$/],
    [{ minimum_invoice_amount: '1e400' }, /^minimum_invoice_amount must be a decimal number\.$/],
    [{ contacts: [{ party_type: 'person', first_name: 'A' }] }, /^contacts\[0\]\.last_name is required\.$/],
    [
      {
        custom_field_values: [
          {
            custom_field_value_type: 'billing-account',
            value: 'Huge',
            custom_field: { id: '41', custom_field_type: 'billing-account' },
          },
        ],
      },
      /must be one of Small, Medium, Large/,
    ],
    [{ parent_billing_account: { id: '1' } }, /^parent_billing_account\.id/],
  ] as const) {
    assert.match(
      await billing.refused('BillingAccount.create', 422, { body: { ...body, ...change } }),
      message,
    );
  }
  assert.equal((await billing.list('BillingAccount.list', { query: { page_size: 50 } })).length, before);
});

test('values may be written in the forms that samples have', async () => {
  const account = await makeAccount(billing, {
    tax_exempt: 'true',
    minimum_invoice_amount: '12.5',
    bill_cycle: { id: 210, bill_cycle_type: 'monthly' },
    start_date: '2025-03-01',
  });
  const { text } = await billing.call('BillingAccount.read', { params: { id: account.id } });
  assert.match(text, /"tax_exempt":true/);
  assert.match(text, /"minimum_invoice_amount":12\.50/);
  assert.match(text, /"start_date":"2025-03-01T00:00:00-06:00"/);
});

test('an external number is unique, as a switch', async () => {
  const { external_account_num: number } = await makeAccount(billing);
  assert.match(
    await billing.refused('BillingAccount.create', 422, {
      body: accountBody({ external_account_num: number }),
    }),
    /external_account_num: .* belongs to/,
  );
  await billing.control('PATCH', '/fidelity', { duplicateExternalAccountNum: 'accept', errorCode: 'reason' });
  await makeAccount(billing, { external_account_num: number });
  const { body } = await billing.call('BillingAccount.create', { body: {} });
  assert.equal(body.code, 'VALIDATION_FAILURE');
  await billing.control('PATCH', '/fidelity', { duplicateExternalAccountNum: 'reject', errorCode: 'status' });
});

test('dates come in the zone of the tenant, with milliseconds as a switch', async () => {
  const account = await makeAccount(billing, { start_date: '2025-07-01T00:00:00.000Z' });
  assert.equal(account.start_date, '2025-06-30T19:00:00-05:00');
  assert.equal(account.status, 'PENDING');
  await billing.control('PATCH', '/fidelity', { milliseconds: true, timeZone: 'Asia/Kolkata' });
  assert.equal(
    (await billing.ok('BillingAccount.read', { params: { id: account.id } })).start_date,
    '2025-07-01T05:30:00.000+05:30',
  );
  await billing.control('PATCH', '/fidelity', { milliseconds: false, timeZone: 'America/Chicago' });
});

test('control endpoints take the own key only, and say what they do not know', async () => {
  const headers = { 'x-api-key': 'disabled' };
  assert.equal((await billing.send('GET', '/_control/clock', { headers })).status, 403);
  assert.equal((await billing.send('GET', '/_control/nothing')).status, 404);
  assert.match(
    (await billing.send('PATCH', '/_control/fidelity', { body: { colour: 'red' } })).body.message,
    /^colour is not a switch/,
  );
  assert.match(
    (await billing.send('PATCH', '/_control/fidelity', { body: { timeZone: 'Mars' } })).body.message,
    /^timeZone must be an IANA time zone/,
  );
});

test('other microservices are 501', async () => {
  for (const path of ['/dunning/2/plans', '/jss/2/job', '/upp/1/events', '/billing/2/callbacks']) {
    const { status, body } = await billing.send('GET', path);
    assert.deepEqual([status, body.code], [501, '501']);
  }
});

test('a strict server serves documented routes only', async () => {
  const strict = await Billing.start({ strict: true });
  await makeAccount(strict);
  assert.match(
    await strict.refused('PaymentTerm.list', 404),
    /GET \/payment-terms is inferred; this server serves documented routes only/,
  );
  await strict.stop();
});
