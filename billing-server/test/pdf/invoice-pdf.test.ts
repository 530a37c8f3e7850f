import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { invoiceContent, type InvoiceContent } from '../../src/invoice-pdf/content.ts';
import { drawInvoice } from '../../src/invoice-pdf/draw.ts';
import { invoicePdf } from '../../src/invoice-pdf/invoice-pdf.ts';
import { printable } from '../../src/invoice-pdf/printable.ts';
import { Tenant } from '../../src/domain/tenant.ts';
import { seedSize } from '../../src/seed/size.ts';
import { Store } from '../../src/store/store.ts';
import { readPdf } from './read-pdf.ts';

const INVOICE = '6000005';

function makeTenant(t: TestContext): Tenant {
  const tenant = new Tenant(new Store());
  tenant.clock.set('2026-03-10T15:00:00.000Z', true);
  seedSize(tenant, 8);
  t.after(() => tenant.store.close());
  return tenant;
}

const LINE = { description: 'Internet Access 500', quantity: '2', unitAmount: '79.00', amount: '158.00' };
const CONTENT: InvoiceContent = {
  number: 'INV-1',
  accountNumber: '1042',
  currency: 'USD',
  issuedAt: '2026-03-01T06:00:00.000Z',
  issued: '2026-03-01',
  due: '2026-03-31',
  term: 'Net 30',
  sender: ['Example Communications'],
  recipient: ['Blue Heron Logistics', '12 Harbor Road', 'Tacoma, WA 98402', 'USA'],
  lines: [LINE],
  net: '158.00',
  taxes: [{ description: 'Tax 8.25%', quantity: '1', unitAmount: '13.04', amount: '13.04' }],
  total: '171.04',
  paid: '71.04',
  toPay: '100.00',
};

test('the file is one page that says who, what, how much and until when', () => {
  const bytes = drawInvoice(CONTENT);
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  assert.match(bytes.subarray(-8).toString(), /%%EOF/);
  const { pages, text } = readPdf(bytes);
  assert.equal(pages, 1);
  for (const part of [
    'Invoice INV-1',
    'Blue Heron Logistics',
    'Tacoma, WA 98402',
    '1042',
    '2026-03-31',
    'Net 30',
    'Internet Access 500',
    '158.00',
    'Tax 8.25%',
    '13.04',
    'USD 171.04',
    '71.04',
    'USD 100.00',
  ]) {
    assert.ok(text.includes(part), `"${part}" is missing in\n${text}`);
  }
});

test('the same invoice makes the same bytes, dated by the invoice', () => {
  const bytes = drawInvoice(CONTENT);
  assert.deepEqual(drawInvoice(CONTENT), bytes);
  assert.match(bytes.toString('latin1'), /\(D:20260301060000Z\)/);
});

test('any number of items and any length of text stay on one page and add up', () => {
  const lines = Array.from({ length: 300 }, (_, at) => ({
    ...LINE,
    description: `${'Very long words '.repeat(20)}${at}`,
  }));
  const content = {
    ...CONTENT,
    lines,
    recipient: Array.from({ length: 20 }, () => 'x'.repeat(500)),
    net: '47400.00',
  };
  const { pages, text } = readPdf(drawInvoice(content));
  assert.equal(pages, 1);
  assert.match(text, /279 more items/);
  assert.ok(text.includes('44082.00'), 'the items that are not shown are summed up');
});

test('the content is that of the records, to the cent', (t) => {
  const tenant = makeTenant(t);
  const invoice = tenant.tables.invoice.require(INVOICE);
  const content = invoiceContent(tenant, invoice);
  assert.equal(content.net, invoice.amount);
  assert.equal(content.total, invoice.amount);
  assert.equal(content.toPay, invoice.amount_to_pay);
  assert.equal(content.due, '2026-03-31');
  const { text } = readPdf(invoicePdf(tenant, invoice).bytes);
  assert.ok(text.includes(invoice.amount) && text.includes(content.recipient[0] ?? '?'));
});

test('the file name can not leave its folder', (t) => {
  const tenant = makeTenant(t);
  const invoice = { ...tenant.tables.invoice.require(INVOICE), invoice_num: '../"a\r\nb' };
  assert.equal(invoicePdf(tenant, invoice).fileName, '____a__b.pdf');
});

test('texts are brought to what the fonts can show', () => {
  assert.equal(
    printable('Zo\u00eb \u20ac 5 \u2013 \u0141\u00f3d\u017a\t\u65e5'),
    'Zo\u00eb \u20ac 5 \u2013 ?\u00f3dz ?',
  );
});
