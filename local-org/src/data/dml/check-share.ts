import { sharingOf } from '../../access/sharing/model.ts';
import type { DmlContext } from './context.ts';
import { fail } from './row.ts';
import type { SaveRow } from './row.ts';

const LEVELS = ['none', 'read', 'edit', 'all'];

/** A share of a custom object's record has to give more than everybody has anyway. */
export function checkShare(row: SaveRow, { schema }: DmlContext): void {
  if (!/__Share$/i.test(row.object.name)) return;
  const shared = schema.object(row.object.name.replace(/__Share$/i, '__c'));
  const sharing = shared && sharingOf(shared, schema);
  if (!sharing || sharing.kind !== 'owned' || sharing.shares === null) return;
  const { name } = sharing.shares.level;
  const level = row.values.get(name.toLowerCase());
  if (typeof level !== 'string' || LEVELS.indexOf(level.toLowerCase()) > LEVELS.indexOf(sharing.everybody))
    return;
  fail(
    row,
    'FIELD_FILTER_VALIDATION_EXCEPTION',
    `The share's ${name} is ${level}, which is not more than the organization-wide default of ${shared.name} gives.`,
    [name],
  );
}
