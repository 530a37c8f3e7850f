import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { isStored, quoted } from '../columns.ts';
import type { DmlOptions, SaveError, SaveOutcome } from '../data.ts';
import { recordOf } from '../record.ts';
import { DELETED_WITH } from '../store.ts';
import type { StoredRow } from '../store.ts';
import { checkObjectAccess, mayDelete } from './access-checks.ts';
import type { DmlContext } from './context.ts';
import { fail, lockRow } from './row.ts';
import { refreshSummaries } from './summaries.ts';

/** One record on its way out. */
interface DeleteRow {
  readonly id: string;
  readonly object: ObjectModel;
  readonly old: StoredRow;
  readonly errors: SaveError[];
}

/** Deletes one record with what depends on it. The recycle bin keeps them, where the object is kept there. */
export function deleteRecord(id: string, context: DmlContext, options: DmlOptions): SaveOutcome {
  const errors: SaveError[] = [];
  const row = findRow(id, errors, context, options);
  if (row) {
    const { depth } = context.store;
    context.store.begin();
    runHooks('before', row, context);
    if (errors.length === 0) remove(row, id, context);
    if (errors.length === 0) runHooks('after', row, context);
    if (errors.length === 0) context.store.commitTo(depth);
    else context.store.rollbackTo(depth);
    if (errors.length === 0) refreshSummaries(row.object, [row.old], context);
  }
  return { id, success: errors.length === 0, created: false, errors };
}

function findRow(
  id: string,
  errors: SaveError[],
  context: DmlContext,
  options: DmlOptions,
): DeleteRow | null {
  const object = context.schema.objectOfKeyPrefix(id.slice(0, 3));
  if (object) checkObjectAccess(object, 'delete', context, options);
  const old = object && context.store.row(object, id);
  if (!object || !old) fail({ errors }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (old.get('isdeleted') === 1) fail({ errors }, 'ENTITY_IS_DELETED', 'entity is deleted');
  else if (!object.isDeletable)
    fail({ errors }, 'INSUFFICIENT_ACCESS_OR_READONLY', `entity type cannot be deleted: ${object.name}`);
  else if (!mayDelete(object, id, context, options))
    fail({ errors }, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  else lockRow({ errors }, id, context.environment);
  return object && old && errors.length === 0 ? { id, object, old, errors } : null;
}

function runHooks(time: 'before' | 'after', row: DeleteRow, { environment }: DmlContext): void {
  if (!environment.hooks.watches(row.object)) return;
  const record = recordOf(row.object, row.old);
  record.isReadOnly = true;
  environment.hooks[time]({ operation: 'delete', object: row.object, newRecords: [], oldRecords: [record] });
  row.errors.push(...record.errors);
}

/** `root`: the record that the statement names; children that go with it come back with it. */
function remove(row: DeleteRow, root: string, context: DmlContext): void {
  const { store } = context;
  const now = Math.floor(context.environment.now() / 1000) * 1000;
  const gone: StoredRow = new Map<string, string | number>([
    ['isdeleted', 1],
    [DELETED_WITH, root],
  ]);
  for (const name of ['lastmodifieddate', 'systemmodstamp'])
    if (row.object.fields.has(name)) gone.set(name, now);
  store.update(row.object, row.id, gone);
  for (const [child, field] of references(row.object, context)) {
    const rows = store.rows(child, `${quoted(field.name)} = ? AND "IsDeleted" = 0`, row.id);
    if (rows.length === 0) continue;
    if (field.reference?.onDelete === 'restrict') return refuse(row, child, rows);
    for (const old of rows)
      removeChild(
        { id: String(old.get('id')), object: child, old, errors: row.errors },
        field,
        root,
        context,
      );
    if (row.errors.length > 0) return;
  }
  if (!row.object.isUndeletable) store.remove(row.object, row.id);
}

function removeChild(child: DeleteRow, field: FieldModel, root: string, context: DmlContext): void {
  if (field.reference?.onDelete === 'cascade') return remove(child, root, context);
  context.store.update(child.object, child.id, new Map([[field.name.toLowerCase(), null]]));
}

function refuse(row: DeleteRow, child: ObjectModel, children: readonly StoredRow[]): void {
  const own = String(row.old.get('name') ?? row.id);
  const names = children.map((old) => String(old.get('name') ?? old.get('id'))).join(', ');
  const reason = `it is associated with the following ${child.pluralLabel.toLowerCase()}.: ${names}`;
  fail(row, 'DELETE_FAILED', `Your attempt to delete ${own} could not be completed because ${reason}\n`);
}

/** Lookups to the object, of all objects that may have records. */
export function* references(
  object: ObjectModel,
  { store }: DmlContext,
): Generator<[ObjectModel, FieldModel]> {
  for (const child of store.objects()) {
    for (const field of child.fields.values()) {
      const isAudit = field.isSystem || field.name === 'OwnerId';
      if (!isAudit && isStored(field) && field.reference?.to.includes(object.name)) yield [child, field];
    }
  }
}
