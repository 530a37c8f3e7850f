import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveUi, type Answer } from './serve.ts';

const ACCOUNT = '1000001';
const PAGES = [
  '/ui/',
  `/ui/billing-accounts/${ACCOUNT}`,
  '/ui/orders/3000001',
  '/ui/services/5000001',
  '/ui/invoices/6000001',
  '/ui/products/3102',
  '/ui/requests',
  '/ui/outbound',
];

/** Landmarks, one main heading, captions and headed cells: what a reader with a screen reader finds its way by. */
function checkAccessible({ text }: Answer, path: string): void {
  assert.match(text, /^<!DOCTYPE html>\s*<html lang="en">/, path);
  assert.match(text, /<a class="skip" href="#main">/, path);
  assert.match(text, /<header[\s\S]*<nav aria-label="Main">[\s\S]*<main id="main"/, path);
  assert.equal(text.match(/<h1>/g)?.length, 1, `${path}: one main heading`);
  assert.match(text, /<title>[^<]+<\/title>/, path);
  for (const table of text.match(/<table>[\s\S]*?<\/table>/g) ?? []) {
    assert.match(table, /<caption>[^<]+<\/caption>/, `${path}: a table without a caption`);
    assert.match(table, /<th scope="col"/, path);
    assert.match(table, /<th scope="row"/, path);
  }
  for (const field of text.match(/<(input|select)[^>]*>/g) ?? []) {
    const before = text.slice(0, text.indexOf(field));
    assert.ok(before.lastIndexOf('<label') > before.lastIndexOf('</label'), `${path}: ${field} has no label`);
  }
}

/** Every start tag has its end tag, in order. */
function checkBalanced({ text }: Answer, path: string): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (['meta', 'link', 'input', 'br'].includes(name)) continue;
    if (slash === '') open.push(name);
    else assert.equal(open.pop(), name, `${path}: </${name}> closes another tag`);
  }
  assert.deepEqual(open, [], path);
}

test('every page is whole, accessible and free of scripts', async (t) => {
  const { get } = await serveUi(t);
  for (const path of PAGES) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    checkAccessible(answer, path);
    checkBalanced(answer, path);
    assert.doesNotMatch(answer.text, /<script|javascript:| on\w+=/i, path);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  }
});

test('no link between pages is dead', async (t) => {
  const { get } = await serveUi(t);
  const links = new Set<string>();
  for (const path of PAGES) {
    for (const [, to = ''] of (await get(path)).text.matchAll(/href="(\/(?:ui|style)[^"]*)"/g)) links.add(to);
  }
  assert.ok(links.size > 20, `only ${links.size} links`);
  for (const link of links) assert.equal((await get(link)).status, 200, link);
});

test('an account shows its state, its money and what belongs to it', async (t) => {
  const { get } = await serveUi(t);
  const { text } = await get('/ui/billing-accounts/1000005');
  assert.match(text, /account 100005/);
  assert.match(text, /class="state \w+">ACTIVE/);
  assert.match(text, /USD \d+\.\d\d/);
  for (const link of ['/ui/orders/3000005', '/ui/services/5000005', '/ui/invoices/6000005']) {
    assert.ok(text.includes(`href="${link}"`), `no link to ${link}`);
  }
});

test('an invoice adds up on the page and comes as a PDF', async (t) => {
  const { get, tenant } = await serveUi(t);
  const { amount } = tenant.tables.invoice.require('6000005');
  const { text } = await get('/ui/invoices/6000005');
  assert.match(text, new RegExp(`<tfoot>[\\s\\S]*USD ${amount}[\\s\\S]*</tfoot>`));
  const file = await get('/ui/invoices/6000005/pdf');
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  assert.ok(file.text.startsWith('%PDF-'));
});

test('names that hold markup are shown, not run', async (t) => {
  const { get, tenant } = await serveUi(t);
  const account = tenant.tables.account.require(ACCOUNT);
  const name = '<img src=x onerror="alert(1)">&"\'';
  tenant.store.transaction(() => {
    tenant.tables.account.update({
      ...account,
      external_account_num: name,
      responsible_party: {
        ...account.responsible_party,
        organization_name: name,
      } as typeof account.responsible_party,
    });
    tenant.note('billing-account', ACCOUNT, name);
  });
  for (const path of [
    '/ui/',
    `/ui/billing-accounts/${ACCOUNT}`,
    '/ui/orders/3000001',
    '/ui/invoices/6000001',
  ]) {
    const { text } = await get(path);
    assert.doesNotMatch(text, /<img/, path);
    assert.ok(text.includes('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&quot;&#39;'), path);
  }
});

test('what does not exist is said in a page that leads on', async (t) => {
  const { get } = await serveUi(t);
  for (const id of ['999', 'x', '%3Cb%3E', '99999999999999999999']) {
    const answer = await get(`/ui/orders/${id}`);
    assert.equal(answer.status, 404);
    assert.match(answer.text, /order was not found\./);
    checkAccessible(answer, id);
  }
});

test('accounts are found by number, external number, id and state', async (t) => {
  const { get } = await serveUi(t);
  for (const text of ['100003', 'EXT-0000002', '1000003', ' 100003 ']) {
    const { text: page } = await get(`/ui/?find=${encodeURIComponent(text)}`);
    assert.equal(page.match(/href="\/ui\/billing-accounts\//g)?.length, 1, text);
    assert.ok(page.includes('/ui/billing-accounts/1000003'), text);
  }
  assert.match((await get('/ui/?find=nobody')).text, /No account fits/);
  assert.match((await get('/ui/?status=CLOSED')).text, /No account fits/);
});

test('the request log is filtered by method, outcome, text and faults', async (t) => {
  const { get, log } = await serveUi(t);
  const entry = { at: '2026-03-10T15:00:00.000Z', milliseconds: 1.5, faults: [] };
  log.add({
    ...entry,
    method: 'GET',
    url: '/billing/2/orders?status=DRAFT',
    operation: 'Order.list',
    status: 200,
  });
  log.add({ ...entry, method: 'POST', url: '/billing/2/orders', operation: 'Order.create', status: 422 });
  log.add({
    ...entry,
    method: 'GET',
    url: '/billing/2/services/1',
    operation: 'Service.read',
    status: 503,
    faults: ['status'],
  });
  const count = async (query: string): Promise<string | undefined> =>
    /(\d+) of \d+ requests that fit|No request fits/.exec((await get(`/ui/requests${query}`)).text)?.[1];
  assert.equal(await count(''), '3');
  assert.equal(await count('?method=POST'), '1');
  assert.equal(await count('?status=5'), '1');
  assert.equal(await count('?text=ORDER'), '2');
  assert.equal(await count('?fault=yes'), '1');
  assert.equal(await count('?method=DELETE'), undefined);
  assert.equal(await count('?method=GET&method=POST'), '3', 'a parameter given twice filters nothing');
});

test('with a password only those who know it see pages', async (t) => {
  const { get } = await serveUi(t, 'the key');
  const basic = (password: string): Record<string, string> => ({
    authorization: `Basic ${btoa(`me:${password}`)}`,
  });
  const refused = await get('/ui/');
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get('www-authenticate') ?? '', /^Basic /);
  assert.equal((await get('/ui/', basic('another'))).status, 401);
  assert.equal((await get('/ui/', basic('the key'))).status, 200);
  assert.equal((await get('/ui/invoices/6000001/pdf')).status, 401);
  assert.equal((await get('/style.css')).status, 200);
});
