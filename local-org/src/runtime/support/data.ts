import type { Value } from '../../library/library.ts';
import type { SoqlQuery } from '../../syntax/soql.ts';
import { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { recordOptions } from '../../library/database/dml-options.ts';
import { single } from '../../soql/shape.ts';
import { currentTransaction } from '../context.ts';
import { throwApex } from '../faults.ts';

type Access = 'user' | 'system' | 'securityEnforced';

/** A query of Apex in the shape that its place wants. */
export function query(
  plan: SoqlQuery,
  binds: readonly Value[],
  access: Access,
  shape: 'list' | 'rows' | 'single' | 'count',
): Value {
  const { data, program } = currentTransaction();
  const result = data.query(plan, binds, { access });
  if (shape === 'count') return result.count;
  if (shape === 'single') return single(result.records);
  const list = new ApexList(program.listOf(program.recordType(result.object)), result.records);
  if (shape === 'list') list.look();
  return list;
}

/** A query in brackets that its place runs by itself. */
export class QueryForLater {
  readonly plan: SoqlQuery;
  readonly binds: readonly Value[];
  readonly access: Access;

  constructor(plan: SoqlQuery, binds: readonly Value[], access: Access) {
    this.plan = plan;
    this.binds = binds;
    this.access = access;
  }
}

export function queryForLater(plan: SoqlQuery, binds: readonly Value[], access: Access): QueryForLater {
  return new QueryForLater(plan, binds, access);
}

/** The one record of the rows of a dynamic query. Throws `System.QueryException` when there is none, or more. */
export function onlyRecord(rows: ApexList): SObject {
  return single(rows.items as SObject[]);
}

const BATCH = 200;

/** Lists of up to 200 rows, for `for (List<Account> rows : [SELECT ...])`. */
export function* batches(list: ApexList): Generator<ApexList, void> {
  for (let at = 0; at < list.items.length; at += BATCH) {
    yield new ApexList(list.type, list.items.slice(at, at + BATCH));
  }
}

type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

/** A DML statement: all or none. `field` is an upsert's external id, `second` what a merge takes in. */
export function dml(
  operation: Operation,
  value: Value,
  access: 'user' | 'system',
  field: string | null,
  second: Value,
): void {
  const records = recordsOf(value);
  const { data } = currentTransaction();
  const options = { access, allOrNone: true, ...recordOptions(records) };
  switch (operation) {
    case 'insert':
    case 'update':
      data.save({ kind: operation }, records, options);
      return;
    case 'upsert':
      data.save({ kind: 'upsert', field }, records, options);
      return;
    case 'delete':
    case 'undelete':
      data[operation](
        records.map((record) => idOf(record, operation)),
        options,
      );
      return;
    case 'merge':
      data.merge(
        records[0] as SObject,
        recordsOf(second).map((record) => idOf(record, 'merge')),
        options,
      );
  }
}

function recordsOf(value: Value): SObject[] {
  const records: SObject[] = value instanceof ApexList ? value.items : [value];
  if (records.includes(null as never)) {
    throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  }
  return records;
}

function idOf(record: SObject, operation: Operation): string {
  return record.id ?? throwApex('System.DmlException', missingId(operation));
}

function missingId(operation: Operation): string {
  const name = operation.charAt(0).toUpperCase() + operation.slice(1);
  const error = `MISSING_ARGUMENT, Id not specified in ${operation === 'update' ? 'an' : 'a'} ${operation} call: []`;
  return `${name} failed. First exception on row 0; first error: ${error}`;
}

export function enterRunAs(user: SObject): void {
  currentTransaction().enterRunAs(user);
}

export function leaveRunAs(): void {
  currentTransaction().leaveRunAs();
}

/** A field of the object or a static of its class, by name in lower case: a bind that is no local variable. */
export function member(target: Value, jsClass: Value, name: string): Value | undefined {
  if (target !== null && name in target) return target[name];
  const statics = jsClass.$ ?? jsClass.$init();
  return statics[name];
}
