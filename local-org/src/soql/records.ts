import { currentTransaction } from '../runtime/context.ts';
import { ApexList } from '../values/list.ts';
import { SObject } from '../values/sobject.ts';
import type { BindContext, Parameter } from './fragment.ts';
import type { ChildPlan, ParentPlan, RecordPlan, RecordsPlan, Row, Statement } from './plan.ts';

export type RunStatement = (statement: Statement, context: BindContext) => Row[];

/** The records of a query with their parents and children; `rowCount` has the children in it. */
export function recordsOf(
  plan: RecordsPlan,
  context: BindContext,
  run: RunStatement,
): { readonly records: SObject[]; readonly rowCount: number } {
  const rows = run(plan.statement, context);
  const records = rows.map((row) => recordOf(plan.record, row));
  return { records, rowCount: rows.length + loadChildren(plan, records, context, run) };
}

function recordOf(plan: RecordPlan, row: Row): SObject {
  const record = new SObject(plan.object);
  for (const { name, read } of plan.fields) record.load(name, read(row));
  for (const { name, read } of plan.aliases) record.loadAlias(name, read(row));
  for (const parent of plan.parents) record.loadParent(parent.relationship, parentOf(parent, row));
  for (const { relationship, referenceColumn, cases, otherwise } of plan.typeOfs) {
    const prefix = String(row[referenceColumn]).slice(0, 3);
    const parent = cases.find(({ keyPrefix }) => keyPrefix === prefix)?.parent ?? otherwise;
    record.loadParent(relationship, parent && parentOf(parent, row));
  }
  return record;
}

function parentOf({ idColumn, record }: ParentPlan, row: Row): SObject | null {
  return row[idColumn] === null ? null : recordOf(record, row);
}

/** Gives how many rows of children there are. */
function loadChildren(
  plan: RecordsPlan,
  records: readonly SObject[],
  context: BindContext,
  run: RunStatement,
): number {
  if (records.length === 0) return 0;
  const parentIds = JSON.stringify(records.map((record) => record.id));
  return plan.children.reduce(
    (sum, child) => sum + loadChild(child, records, { ...context, parentIds }, run),
    0,
  );
}

function loadChild(
  child: ChildPlan,
  parents: readonly SObject[],
  context: BindContext,
  run: RunStatement,
): number {
  const { program } = currentTransaction();
  const type = program.listOf(program.recordType(child.plan.object.name));
  const groups = Map.groupBy(run(child.plan.statement, context), (row) => String(row.at(-1)));
  const kept: SObject[] = [];
  for (const parent of parents) {
    const rows = page(groups.get(parent.id ?? '') ?? [], child, context);
    const records = rows.map((row) => recordOf(child.plan.record, row));
    kept.push(...records);
    parent.loadChildren(child.relationship, new ApexList(type, records));
  }
  return kept.length + loadChildren(child.plan, kept, context, run);
}

function page(rows: readonly Row[], { limit, offset }: ChildPlan, context: BindContext): readonly Row[] {
  const number = (parameter: Parameter | null, otherwise: number): number =>
    parameter ? Number(parameter(context)) : otherwise;
  const start = number(offset, 0);
  return rows.slice(start, start + number(limit, rows.length));
}
