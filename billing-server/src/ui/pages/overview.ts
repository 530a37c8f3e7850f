/** The first page: what the tenant holds, and a way to find an account. */
import type { Account } from '../../domain/accounts/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { facts, money, section, state, table, to, when, type Fact } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { latest, MOST_ROWS } from '../rows.ts';
import { accountName } from './names.ts';

/** What a person looks for. */
export interface OverviewQuery {
  readonly find?: string | undefined;
  readonly status?: string | undefined;
}

const STATES = ['PENDING', 'ACTIVE', 'SUSPENDED', 'COLLECTION', 'DEACTIVATED', 'FINAL_BILL', 'CLOSED'];

function accountCounts({ store }: Tenant): Fact[] {
  const rows = store.all('SELECT status, count(*) AS n FROM billing_account GROUP BY status');
  const counts = new Map(rows.map(({ status, n }) => [String(status), Number(n)]));
  return STATES.map((name) => [`Accounts ${name.replaceAll('_', ' ').toLowerCase()}`, counts.get(name) ?? 0]);
}

function countsSection(tenant: Tenant): Html {
  const { tables, zone, clock } = tenant;
  return section(
    'The tenant',
    facts([
      ['Its time', [when(zone, tenant.now()), ` ${zone.name}`, clock.isFrozen && ', standing still']],
      ['Orders', tables.order.count()],
      ['Services', tables.service.count()],
      ['Invoices', tables.invoice.count()],
      ['Payments', tables.payment.count()],
      ...accountCounts(tenant),
    ]),
  );
}

/** An account is found by its own number, its external number, or its id. */
function found({ tables }: Tenant, { find, status }: OverviewQuery): Account[] {
  const text = find?.trim() ?? '';
  const condition = status === undefined || status === '' ? '' : ' AND status = ?';
  const more = condition === '' ? [] : [status ?? ''];
  if (text === '') return latest(tables.account, `true${condition}`, ...more);
  const id = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  return latest(
    tables.account,
    `(account_num = ? OR external_account_num = ? OR id = ?)${condition}`,
    text,
    text,
    id,
    ...more,
  );
}

function findForm({ find, status }: OverviewQuery): Html {
  const options = STATES.map((one) =>
    one === status ? html`<option selected>${one}</option>` : html`<option>${one}</option>`,
  );
  return html`<form action="/ui/" method="get" role="search">
    <label>Account number, external number or id <input name="find" value="${find}" /></label>
    <label
      >State
      <select name="status">
        <option value="">any</option>
        ${options}
      </select></label
    >
    <button>Find</button>
  </form>`;
}

function accountsSection(tenant: Tenant, query: OverviewQuery): Html {
  const rows = found(tenant, query).map((account): readonly Piece[] => [
    to('billing-accounts', account.id, accountName(account)),
    account.account_num,
    account.external_account_num,
    state(account.status),
    money(account.balance, account.currency_code),
  ]);
  const columns = [
    'Account',
    'Number',
    'External number',
    'State',
    { label: 'Balance', number: true },
  ] as const;
  const caption = `Accounts, newest first, ${MOST_ROWS} at most`;
  return section('Accounts', findForm(query), table({ caption, columns, rows, empty: 'No account fits.' }));
}

function productsSection({ tables }: Tenant): Html {
  const rows = latest(tables.product)
    .toReversed()
    .map((product): readonly Piece[] => [
      to('products', product.id, product.name),
      product.product_type,
      state(product.state),
      product.sku,
    ]);
  const columns = ['Product', 'Type', 'State', 'Stock keeping unit'];
  return section(
    'Products',
    table({ caption: 'The catalog', columns, rows, empty: 'The catalog is empty.' }),
  );
}

export function overviewPage(tenant: Tenant, query: OverviewQuery): PageContent {
  return {
    title: 'Overview',
    body: [countsSection(tenant), accountsSection(tenant, query), productsSection(tenant)],
  };
}
