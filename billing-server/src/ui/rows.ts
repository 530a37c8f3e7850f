/** Reads rows for pages: the latest few, so that a page stays a page on any tenant. */
import type { Tenant } from '../domain/tenant.ts';
import type { HistoryKind } from '../domain/history.ts';
import type { Entity, Table } from '../store/table.ts';
import type { SqlValue } from '../store/store.ts';
import { section, table, when } from './components.ts';
import type { Html } from './html.ts';

/** Rows that a table on a page has at most. */
export const MOST_ROWS = 100;

/** The latest rows that meet a condition on columns, newest first. */
export function latest<Row extends Entity>(
  source: Table<Row>,
  condition = 'true',
  ...values: SqlValue[]
): Row[] {
  const inner = `SELECT id FROM ${source.name} WHERE ${condition} ORDER BY id DESC LIMIT ${MOST_ROWS}`;
  return source.where(`id IN (${inner})`, ...values).toReversed();
}

/** What happened to a record, newest first. */
export function historySection(tenant: Tenant, kind: HistoryKind, id: string): Html {
  const entries = latest(tenant.tables.history, 'subject = ?', `${kind} ${id}`);
  return section(
    'History',
    table({
      caption: 'What happened, newest first',
      columns: ['When', 'What'],
      rows: entries.map(({ at, text }) => [when(tenant.zone, at), text]),
      empty: 'Nothing has been written down yet.',
    }),
  );
}
