import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { clearLookup } from '../cleared-lookups.ts';
import { isStored, quoted } from '../columns.ts';
import type { DmlOptions, SaveError, SaveOutcome } from '../data.ts';
import { recordOf } from '../record.ts';
import { DELETED_WITH } from '../store.ts';
import type { StoredRow } from '../store.ts';
import { checkObjectAccess, mayDelete } from './access-checks.ts';
import type { DmlContext } from './context.ts';
import { lockMasters } from './lock-parents.ts';
import { checkMixed, claimRow, fail } from './row.ts';
import { refreshSummaries } from './summaries.ts';
import { tellCascade } from './cascades.ts';
import { portions, readOnly } from './trigger-rounds.ts';

/** One record on its way out. */
interface DeleteRow {
  readonly id: string;
  /** Position among those that are deleted together. */
  readonly index: number;
  readonly object: ObjectModel;
  readonly old: StoredRow;
  readonly errors: SaveError[];
}

/** Where the children of records that are merged away go. */
export interface MergeTarget {
  readonly id: string;
}

/**
 * Deletes records with what depends on them. The recycle bin keeps them, where the object is kept there. Without
 * `allOrNone` those that can't go are left out and the others are deleted anew.
 */
export function deleteRecords(
  ids: readonly string[],
  context: DmlContext,
  options: DmlOptions,
  target: MergeTarget | null = null,
): SaveOutcome[] {
  const outcomes: SaveOutcome[] = [];
  for (const { object, ids: some } of byObject(ids, context)) {
    if (object) checkObjectAccess(object, 'delete', context, options);
    const parts = object ? portions(object, some, context) : [[...some]];
    for (const part of parts) {
      const deleted = deletePortion(part, context, options, target);
      outcomes.push(...deleted);
      if (options.allOrNone && deleted.some(({ success }) => !success)) return outcomes;
    }
  }
  return outcomes;
}

/** Ids of one object that follow each other, together. */
export function byObject(
  ids: readonly string[],
  { schema }: DmlContext,
): { readonly object: ObjectModel | null; readonly ids: readonly string[] }[] {
  const groups: { object: ObjectModel | null; ids: string[] }[] = [];
  for (const id of ids) {
    const object = schema.objectOfKeyPrefix(id.slice(0, 3));
    const last = groups.at(-1);
    if (last && last.object === object) last.ids.push(id);
    else groups.push({ object, ids: [id] });
  }
  return groups;
}

function deletePortion(
  ids: readonly string[],
  context: DmlContext,
  options: DmlOptions,
  target: MergeTarget | null,
): SaveOutcome[] {
  const failed = new Map<number, SaveError[]>();
  for (;;) {
    const { depth } = context.store;
    context.store.begin();
    const rows = ids.flatMap((id, index) =>
      failed.has(index) ? [] : [findRow(id, index, context, options)],
    );
    runDelete(rows, context, target);
    const bad = rows.filter(({ errors }) => errors.length > 0);
    for (const { index, errors } of bad) failed.set(index, errors);
    if (bad.length === 0 || options.allOrNone) {
      context.store.commitTo(depth);
      return ids.map((id, index) => outcomeOf(id, failed.get(index)));
    }
    context.store.rollbackTo(depth);
  }
}

function outcomeOf(id: string, errors: readonly SaveError[] = []): SaveOutcome {
  return { id, success: errors.length === 0, created: false, errors };
}

function runDelete(rows: readonly DeleteRow[], context: DmlContext, target: MergeTarget | null): void {
  const good = (): DeleteRow[] => rows.filter(({ errors }) => errors.length === 0);
  runHooks('before', good(), context, target);
  for (const row of good()) {
    // Named twice in one statement, a record is gone the second time.
    if (context.store.row(row.object, row.id)?.get('isdeleted') !== 0) {
      fail(row, 'ENTITY_IS_DELETED', 'entity is deleted');
      continue;
    }
    if (target) moveChildren(row, target, context);
    remove(row, row.id, context);
  }
  runHooks('after', good(), context, target);
  for (const { id, object } of good()) tellCascade('delete', id, object, context);
  for (const row of good()) row.errors.push(...refreshSummaries(row.object, [row.old], context));
}

function findRow(id: string, index: number, context: DmlContext, options: DmlOptions): DeleteRow {
  const errors: SaveError[] = [];
  const object = context.schema.objectOfKeyPrefix(id.slice(0, 3));
  const old = object && context.store.row(object, id);
  if (!object || !old) fail({ errors }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (old.get('isdeleted') === 1) fail({ errors }, 'ENTITY_IS_DELETED', 'entity is deleted');
  else if (!object.isDeletable)
    fail({ errors }, 'INSUFFICIENT_ACCESS_OR_READONLY', `entity type cannot be deleted: ${object.name}`);
  else if (!mayDelete(object, id, context, options))
    fail({ errors }, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  else {
    checkMixed({ errors }, object, context.environment);
    claimRow({ errors }, id, 'delete', context.environment);
    lockMasters({ errors }, object, old, context.environment);
  }
  // A row without object or record has an error, and nobody looks at them.
  return { id, index, object: object as ObjectModel, old: old as StoredRow, errors };
}

function runHooks(
  time: 'before' | 'after',
  rows: readonly DeleteRow[],
  { environment, formulas }: DmlContext,
  target: MergeTarget | null,
): void {
  const [first] = rows;
  if (!first || !environment.hooks.watches(first.object)) return;
  const records = rows.map((row) => {
    const merged = time === 'after' && target ? [['masterrecordid', target.id] as const] : [];
    return readOnly(recordOf(row.object, new Map([...row.old, ...merged]), formulas));
  });
  environment.hooks[time]({
    operation: 'delete',
    object: first.object,
    newRecords: [],
    oldRecords: records,
  });
  rows.forEach((row, at) => row.errors.push(...(records[at]?.errors ?? [])));
}

/** The children of a record that is merged away become those of the record that stays. */
function moveChildren({ object, id }: DeleteRow, target: MergeTarget, context: DmlContext): void {
  for (const [child, field] of references(object, context)) {
    const name = quoted(field.name);
    context.store.run(
      `UPDATE ${context.store.table(child)} SET ${name} = ? WHERE ${name} = ? AND "IsDeleted" = 0`,
      target.id,
      id,
    );
  }
  if (object.fields.has('masterrecordid')) {
    context.store.update(object, id, new Map([['masterrecordid', target.id]]));
  }
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
        { id: String(old.get('id')), index: row.index, object: child, old, errors: row.errors },
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
  clearLookup(child, field, root, context.store);
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
