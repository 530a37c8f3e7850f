/** What pages are made of. */
import type { TenantZone } from '../clock/zone.ts';
import { minorDigits } from '../money/decimal.ts';
import { html, path, type Html, type Piece } from './html.ts';

/** Pages that other pages link to. */
export type PageKind = 'billing-accounts' | 'orders' | 'services' | 'invoices' | 'products';

/** A link to the page of a record. */
export function to(kind: PageKind, id: string, text: string): Html {
  return html`<a href="${path('ui', kind, id)}">${text}</a>`;
}

/** A part of a page under a heading of its own. */
export function section(title: string, ...content: readonly Piece[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** A name and what it is; facts without a value are left out. */
export type Fact = readonly [name: string, value: Piece];

export function facts(entries: readonly Fact[]): Html {
  const known = entries.filter(
    ([, value]) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A column; numbers are aligned to the right. */
export interface Column {
  readonly label: string;
  readonly number?: true;
}

/** A table that is always understood by its caption. */
export interface TableContent {
  readonly caption: string;
  readonly columns: readonly (Column | string)[];
  /** The first cell heads its row. */
  readonly rows: readonly (readonly Piece[])[];
  readonly foot?: readonly (readonly Piece[])[];
  /** Said in place of a table without rows. */
  readonly empty: string;
}

const columnOf = (column: Column | string): Column =>
  typeof column === 'string' ? { label: column } : column;

function cells(columns: readonly Column[], row: readonly Piece[]): Html[] {
  return columns.map(({ number }, at) => {
    if (at === 0) return html`<th scope="row">${row[at]}</th>`;
    return number ? html`<td class="number">${row[at]}</td>` : html`<td>${row[at]}</td>`;
  });
}

export function table({ caption, columns: given, rows, foot = [], empty }: TableContent): Html {
  if (rows.length === 0) return html`<p class="soft">${empty}</p>`;
  const columns = given.map(columnOf);
  const heads = columns.map(({ label, number }) =>
    number ? html`<th scope="col" class="number">${label}</th>` : html`<th scope="col">${label}</th>`,
  );
  const lines = (all: TableContent['rows']): Html[] =>
    all.map(
      (row) =>
        html`<tr>
          ${cells(columns, row)}
        </tr>`,
    );
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${lines(rows)}
      </tbody>
      ${
        foot.length > 0 &&
        html`<tfoot>
          ${lines(foot)}
        </tfoot>`
      }
    </table>
  </div>`;
}

const GOOD = new Set(['ACTIVE', 'COMPLETED', 'AVAILABLE', 'POSTED', 'DELIVERED', 'APPROVED', 'PAID']);
const BAD = new Set(['ERROR', 'COLLECTION', 'FAILED', 'OVERDUE', 'DISPUTED', 'PROCESSING_ERROR']);
const DONE = new Set([
  'CLOSED',
  'CANCELED',
  'DEACTIVATED',
  'REPLACED',
  'TRANSFERRED',
  'VOID',
  'NOT_AVAILABLE',
  'REVERSED',
]);

function toneOf(name: string): string {
  if (GOOD.has(name)) return 'good';
  if (BAD.has(name)) return 'bad';
  return DONE.has(name) ? 'soft' : 'warn';
}

/** A state in words; the colour only repeats them. */
export function state(name: string): Html {
  return html`<span class="state ${toneOf(name)}">${name.replaceAll('_', ' ')}</span>`;
}

/** `USD 1,234.50`: all digits of the record, and at least those of the currency. */
export function money(amount: string, currency: string): string {
  const [whole = '', fraction = ''] = amount.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction.padEnd(minorDigits(currency), '0');
  return `${currency} ${grouped}${digits === '' ? '' : `.${digits}`}`;
}

/** An instant in the tenant's zone. */
export function when(zone: TenantZone, instant: string | null | undefined): Html | undefined {
  if (!instant) return undefined;
  const text = zone.format(instant);
  return html`<time datetime="${text}">${text.slice(0, 10)} ${text.slice(11, 16)}</time>`;
}

/** A calendar day in the tenant's zone. */
export function day(zone: TenantZone, instant: string | null | undefined): Html | undefined {
  if (!instant) return undefined;
  const text = zone.day(instant);
  return html`<time datetime="${text}">${text}</time>`;
}
