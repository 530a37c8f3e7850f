import { sharingOf } from '../../access/sharing/model.ts';
import { quoted } from '../columns.ts';
import type { DmlContext } from './context.ts';
import type { SaveRow } from './row.ts';

/** A new owner decides anew with whom a record is shared by hand; shares with a reason of the project's own stay. */
export function dropManualShares(row: SaveRow, { schema, store }: DmlContext): void {
  const owner = row.values.get('ownerid');
  if (row.old === null || row.id === null || owner === undefined || owner === row.old.get('ownerid')) return;
  const sharing = sharingOf(row.object, schema);
  const table = sharing.kind === 'owned' ? sharing.shares : null;
  if (table === null) return;
  const byHand = `${quoted(table.record.name)} = ? AND "RowCause" = 'Manual'`;
  for (const share of store.rows(table.object, byHand, row.id))
    store.remove(table.object, String(share.get('id')));
}
