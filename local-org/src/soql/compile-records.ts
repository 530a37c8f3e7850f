import { selectOf } from './fields-function.ts';
import type { FieldModel, ObjectModel } from '../schema/model.ts';
import type { FieldPath, SelectItem, SoqlQuery } from '../syntax/soql.ts';
import { fromStored } from '../data/encode.ts';
import { Columns } from './columns.ts';
import { resolved, type Reader, type StatementContext } from './expressions.ts';
import { raw } from './fragment.ts';
import { fieldOf } from './functions.ts';
import type { ChildPlan, ParentPlan, RecordPlan } from './plan.ts';
import type { Hop } from './scope.ts';

export type CompileChild = (query: SoqlQuery) => ChildPlan;

/** A record or one of its parents while the SELECT list is read. */
class RecordDraft implements RecordPlan {
  readonly object: ObjectModel;
  readonly fields: { name: string; column: number; read: Reader }[] = [];
  readonly parents: (ParentPlan & { record: RecordDraft })[] = [];

  constructor(object: ObjectModel) {
    this.object = object;
  }

  /** Takes a field once. */
  take(field: FieldModel, column: number, read: Reader = (stored) => fromStored(field, stored)): void {
    const name = field.name.toLowerCase();
    if (!this.fields.some((each) => each.name === name)) this.fields.push({ name, column, read });
  }
}

/** The columns of a query of records and how they become records with parents. The Id is always among them. */
export function compileRecords(
  query: SoqlQuery,
  context: StatementContext,
  compileChild: CompileChild,
): { columns: Columns; record: RecordPlan; children: ChildPlan[] } {
  const columns = new Columns();
  const record = new RecordDraft(context.scope.object);
  const children: ChildPlan[] = [];
  takeId(record, [], columns, context);
  for (const item of selectOf(query, context.scope.object)) {
    if (item.kind === 'subquery') children.push(compileChild(item.query));
    else takeField(item, record, columns, context);
  }
  return { columns, record, children };
}

function takeField(item: SelectItem, root: RecordDraft, columns: Columns, context: StatementContext): void {
  const path = pathOf(item);
  const { hops, field } = resolved(path, context.scope);
  const record = parentAt(hops, root, columns, context);
  const column = columns.use(raw(context.sources.expression({ hops, object: record.object, field })));
  record.take(field, column, item.kind === 'function' ? labelReader(field) : undefined);
}

function pathOf(item: SelectItem): FieldPath {
  if (item.kind === 'field') return item.field;
  const path = item.kind === 'function' ? fieldOf(item.call) : null;
  if (!path) throw new Error(`A ${item.kind} can't be selected.`);
  return path;
}

/** `toLabel(Status)`; a value that the picklist lacks is its own label. */
function labelReader(field: FieldModel): Reader {
  const labels = new Map(field.picklist?.values.map(({ value, label }) => [value.toLowerCase(), label]));
  return (stored) => {
    if (typeof stored !== 'string') return fromStored(field, stored);
    const parts = field.type === 'MULTIPICKLIST' ? stored.split(';') : [stored];
    return parts.map((part) => labels.get(part.toLowerCase()) ?? part).join(';');
  };
}

/** The record at the end of the way, made with everything on the way; the references are selected along. */
function parentAt(
  hops: readonly Hop[],
  root: RecordDraft,
  columns: Columns,
  context: StatementContext,
): RecordDraft {
  let record = root;
  for (const [at, hop] of hops.entries()) {
    const relationship = hop.field.reference!.relationshipName!.toLowerCase();
    let parent = record.parents.find((each) => each.relationship === relationship);
    if (!parent) {
      const way = hops.slice(0, at + 1);
      takeReference(record, hops.slice(0, at), hop, columns, context);
      const made = new RecordDraft(hop.target);
      takeId(made, way, columns, context);
      parent = { relationship, idColumn: columns.use(raw(context.sources.idOf(way))), record: made };
      record.parents.push(parent);
    }
    record = parent.record;
  }
  return record;
}

function takeReference(
  record: RecordDraft,
  way: readonly Hop[],
  hop: Hop,
  columns: Columns,
  context: StatementContext,
): void {
  const value = context.sources.expression({ hops: way, object: record.object, field: hop.field });
  record.take(hop.field, columns.use(raw(value)));
}

function takeId(
  record: RecordDraft,
  hops: readonly Hop[],
  columns: Columns,
  context: StatementContext,
): void {
  const id = record.object.fields.get('id');
  if (!id) return;
  const value =
    hops.length > 0
      ? context.sources.idOf(hops)
      : context.sources.expression({ hops, object: record.object, field: id });
  record.take(id, columns.use(raw(value)));
}
