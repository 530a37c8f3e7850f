/** Draws an invoice on one page. */
import PDFDocument from 'pdfkit';
import { moneyText, sum } from '../money/decimal.ts';
import type { InvoiceContent, InvoiceLine } from './content.ts';
import { printable } from './printable.ts';

type Page = InstanceType<typeof PDFDocument>;

const LEFT = 50;
const RIGHT = 545;
const WIDTH = RIGHT - LEFT;
const SOFT = '#51606e';
const TEXT = '#1b2733';
const ROW = 18;
const TABLE_TOP = 270;
const MOST_ROWS = 22;
/** Left edge and width of each column; numbers are aligned to the right. */
const COLUMNS = {
  description: [LEFT, 270],
  quantity: [325, 55],
  unitAmount: [385, 75],
  amount: [465, 80],
} as const;

function write(
  page: Page,
  text: string,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'right' = 'left',
): void {
  // A line too long for its column is cut, so that nothing can push the page over its end.
  page.text(printable(text), x, y, { width, align, height: 12, lineBreak: true, ellipsis: true });
}

function addHeading(page: Page, { number, sender }: InvoiceContent): void {
  page.font('Helvetica-Bold').fontSize(20).fillColor(TEXT);
  page.text(printable(`Invoice ${number}`), LEFT, 50, { width: 300, height: 24, ellipsis: true });
  page.font('Helvetica').fontSize(9).fillColor(SOFT);
  sender.forEach((line, at) => write(page, line, 345, 52 + at * 12, 200, 'right'));
}

function addParties(page: Page, { recipient }: InvoiceContent): void {
  page.fontSize(9).fillColor(SOFT);
  write(page, 'Billed to', LEFT, 125, 250);
  page.fontSize(10).fillColor(TEXT);
  recipient.slice(0, 7).forEach((line, at) => write(page, line, LEFT, 140 + at * 14, 260));
}

function addDates(page: Page, content: InvoiceContent): void {
  const { accountNumber, issued, due, term } = content;
  const entries = [
    ['Account', accountNumber],
    ['Date', issued],
    ['Due date', due],
    ['Terms', term ?? ''],
    ['Currency', content.currency],
  ] as const;
  entries
    .filter(([, value]) => value !== '')
    .forEach(([name, value], at) => {
      page.fontSize(9).fillColor(SOFT);
      write(page, name, 345, 125 + at * 16, 80);
      page.fontSize(10).fillColor(TEXT);
      write(page, value, 425, 125 + at * 16, 120, 'right');
    });
}

function addRow(page: Page, y: number, { description, quantity, unitAmount, amount }: InvoiceLine): void {
  write(page, description, ...place('description', y));
  write(page, quantity, ...place('quantity', y), 'right');
  write(page, unitAmount, ...place('unitAmount', y), 'right');
  write(page, amount, ...place('amount', y), 'right');
}

function place(column: keyof typeof COLUMNS, y: number): [x: number, y: number, width: number] {
  const [x, width] = COLUMNS[column];
  return [x, y, width];
}

function addRule(page: Page, y: number): void {
  page.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.5).strokeColor(SOFT).stroke();
}

/** The lines that fit; what does not is one line, so that the page still adds up. */
function linesThatFit({ lines, currency }: InvoiceContent): InvoiceLine[] {
  if (lines.length <= MOST_ROWS) return [...lines];
  const shown = lines.slice(0, MOST_ROWS - 1);
  const rest = lines.slice(MOST_ROWS - 1);
  const amount = moneyText(sum(rest.map((line) => line.amount)), currency);
  return [...shown, { description: `${rest.length} more items`, quantity: '', unitAmount: '', amount }];
}

/** Answers where the table ends. */
function addLines(page: Page, content: InvoiceContent): number {
  page.font('Helvetica').fontSize(9).fillColor(SOFT);
  addRow(page, TABLE_TOP, {
    description: 'Description',
    quantity: 'Quantity',
    unitAmount: 'Unit price',
    amount: 'Amount',
  });
  addRule(page, TABLE_TOP + 14);
  page.fillColor(TEXT);
  const lines = linesThatFit(content);
  lines.forEach((line, at) => addRow(page, TABLE_TOP + 22 + at * ROW, line));
  const end = TABLE_TOP + 22 + lines.length * ROW;
  addRule(page, end);
  return end + 8;
}

function addTotals(page: Page, content: InvoiceContent, top: number): void {
  const entries: (readonly [name: string, amount: string])[] = [
    ['Net', content.net],
    ...content.taxes.map(({ description, amount }) => [description, amount] as const),
    ['Total', `${content.currency} ${content.total}`],
    ['Paid', content.paid],
    ['To pay', `${content.currency} ${content.toPay}`],
  ];
  entries.forEach(([name, amount], at) => {
    page.font(/^(Total|To pay)$/.test(name) ? 'Helvetica-Bold' : 'Helvetica').fontSize(10);
    write(page, name, 305, top + at * 16, 130);
    write(page, amount, 435, top + at * 16, 110, 'right');
  });
}

function addFoot(page: Page, { number, due, currency, toPay }: InvoiceContent): void {
  page.font('Helvetica').fontSize(9).fillColor(SOFT);
  const text = /^0(\.0+)?$|^-/.test(toPay)
    ? `Nothing is left to pay on invoice ${number}.`
    : `Please pay ${currency} ${toPay} by ${due} and name invoice ${number}.`;
  write(page, text, LEFT, 770, WIDTH);
}

/**
 * The file. The same content makes the same bytes: its date of creation is the invoice's.
 *
 * pdfkit makes everything in memory as it is told to, so the whole file is there once the document is ended.
 */
export function drawInvoice(content: InvoiceContent): Buffer {
  const page = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'en',
    displayTitle: true,
    info: { Title: `Invoice ${content.number}`, CreationDate: new Date(content.issuedAt) },
  });
  addHeading(page, content);
  addParties(page, content);
  addDates(page, content);
  addTotals(page, content, addLines(page, content));
  addFoot(page, content);
  page.end();
  const parts: Buffer[] = [];
  for (let part = page.read() as Buffer | null; part !== null; part = page.read() as Buffer | null)
    parts.push(part);
  return Buffer.concat(parts);
}
