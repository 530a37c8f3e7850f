import type { RecordLevel } from '../data/access.ts';
import type { Store, StoredRow } from '../data/store.ts';
import type { Value } from '../library/library.ts';
import { throwApex } from '../runtime/faults.ts';
import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import { elementsOf } from '../soql/values.ts';
import type { SoqlComparison, SoqlCondition, SoqlQuery, SoqlValue } from '../syntax/soql.ts';
import { isId, to18 } from '../values/id.ts';
import type { UserAccess } from './user-access.ts';

const OBJECT = 'UserRecordAccess';
/** The platform takes no more records in one query. */
const MOST_RECORDS = 200;

/**
 * UserRecordAccess is no table: its rows are worked out for the users and records that a query names. They are written
 * right before the query runs, so that it runs like any other.
 */
export class UserRecordAccess {
  readonly #store: Store;
  readonly #schema: OrgSchema;
  readonly #access: UserAccess;

  constructor(store: Store, schema: OrgSchema, access: UserAccess) {
    this.#store = store;
    this.#schema = schema;
    this.#access = access;
  }

  /** Does nothing for a query of another object. Throws `System.QueryException` when it names no user and records. */
  prepare(query: SoqlQuery, binds: readonly Value[]): void {
    const name = query.from[0]?.path.at(-1)?.text ?? '';
    const object = name.toLowerCase() === OBJECT.toLowerCase() ? this.#schema.object(OBJECT) : null;
    if (!object) return;
    const users = namedIds('userid', query, binds);
    const records = namedIds('recordid', query, binds);
    if (users.length === 0 || records.length === 0) {
      throwApex(
        'System.QueryException',
        'A query of UserRecordAccess must name UserId and RecordId with = or IN',
      );
    }
    if (records.length > MOST_RECORDS)
      throwApex('System.QueryException', `UserRecordAccess takes at most ${MOST_RECORDS} records at a time`);
    this.#store.run(`DELETE FROM ${this.#store.table(object)}`);
    for (const user of users) {
      for (const row of this.#rows(user, records))
        this.#store.insert(object, new Map([['id', this.#store.nextId(object)], ...row]));
    }
  }

  #rows(user: string, ids: readonly string[]): StoredRow[] {
    const access = this.#access.recordAccessOf(user);
    return [...Map.groupBy(ids, (id) => id.slice(0, 3))].flatMap(([prefix, some]) => {
      const object = this.#schema.objectOfKeyPrefix(prefix);
      const levels: ReadonlyMap<string, RecordLevel> = object ? access.levels(object, some) : new Map();
      return some.map((id) => this.#row(user, object, id, levels.get(id) ?? 'none'));
    });
  }

  #row(user: string, object: ObjectModel | null, id: string, level: RecordLevel): StoredRow {
    const rights = this.#access.rightsOf(user);
    const read = object !== null && level !== 'none' && rights.mayReadObject(object);
    const edit = read && level !== 'read' && rights.mayWriteObject(object, 'edit');
    const remove = read && level === 'all' && rights.mayWriteObject(object, 'delete');
    const transfer = edit && level === 'all';
    const all = remove && transfer;
    return new Map<string, string | number>([
      ['userid', user],
      ['recordid', id],
      ['hasreadaccess', Number(read)],
      ['haseditaccess', Number(edit)],
      ['hasdeleteaccess', Number(remove)],
      ['hastransferaccess', Number(transfer)],
      ['hasallaccess', Number(all)],
      ['maxaccesslevel', highest({ all, transfer, remove, edit, read })],
    ]);
  }
}

function highest(has: Readonly<Record<'all' | 'transfer' | 'remove' | 'edit' | 'read', boolean>>): string {
  if (has.all) return 'All';
  if (has.transfer) return 'Transfer';
  if (has.remove) return 'Delete';
  if (has.edit) return 'Edit';
  return has.read ? 'Read' : 'None';
}

/** The ids that a field must have by the query's conditions, with 18 characters. */
function namedIds(field: string, { where }: SoqlQuery, binds: readonly Value[]): string[] {
  return comparisons(where).flatMap(({ left, operator, right }) => {
    if (left.kind !== 'field' || left.field.parts.at(-1)?.text.toLowerCase() !== field) return [];
    if (operator !== '=' && operator !== 'in') return [];
    return valuesOf(right, binds).flatMap((value) =>
      typeof value === 'string' && isId(value) ? to18(value) : [],
    );
  });
}

/** Those that all hold. */
function comparisons(condition: SoqlCondition | null): SoqlComparison[] {
  if (condition?.kind === 'comparison') return [condition];
  return condition?.kind === 'and' ? condition.conditions.flatMap((each) => comparisons(each)) : [];
}

function valuesOf(value: SoqlValue, binds: readonly Value[]): readonly Value[] {
  if (value.kind === 'list') return value.values.flatMap((each) => valuesOf(each, binds));
  if (value.kind === 'bind') return elementsOf(binds[value.index]) ?? [binds[value.index]];
  return value.kind === 'string' ? [value.value] : [];
}
