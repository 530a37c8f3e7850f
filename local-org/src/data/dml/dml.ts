import { throwApex, throwNull } from '../../runtime/faults.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import type { Value } from '../../library/library.ts';
import type { SObject } from '../../values/sobject.ts';
import type { DataAccess, DmlOptions, SaveOperation, SaveOutcome, Savepoint } from '../data.ts';
import { toStored } from '../encode.ts';
import type { DataEnvironment } from '../environment.ts';
import type { Formulas } from '../formula/formulas.ts';
import type { Store } from '../store.ts';
import { checkObjectAccess } from './access-checks.ts';
import type { DmlContext } from './context.ts';
import { deleteRecords } from './delete.ts';
import { dmlException } from './exception.ts';
import type { DmlOperation } from './exception.ts';
import { mergeRecords } from './merge.ts';
import { saveRecords } from './save.ts';
import type { SaveItem } from './save.ts';
import { purgeRecord, undeleteRecords } from './undelete.ts';
import { resolveUpsert } from './upsert.ts';

/** As many portions as a list with records of several objects may fall into, and as many records as one may hold. */
const MAX_PORTIONS = 10;
const PORTION = 200;

/** The writing half of a transaction's data access. */
export type DmlAccess = Omit<DataAccess, 'query' | 'formulaGlobal' | 'recalculate'>;

/** Makes the writing half of one transaction. The kernel has begun the transaction in the store. */
export function createDml(
  schema: OrgSchema,
  store: Store,
  formulas: Formulas,
  environment: DataEnvironment,
): DmlAccess {
  return new Dml({ schema, store, formulas, environment });
}

class Dml implements DmlAccess {
  readonly #context: DmlContext;
  /** Depth of the store at each savepoint that is still valid, by its number. */
  readonly #savepoints = new Map<number, number>();
  #lastSavepoint = 0;

  constructor(context: DmlContext) {
    this.#context = context;
  }

  save(operation: SaveOperation, records: readonly SObject[], options: DmlOptions): SaveOutcome[] {
    return this.#run(operation.kind, records, options, () => {
      checkList(operation.kind, records);
      const [first] = records;
      if (first?.object.kind === 'platformEvent') {
        if (operation.kind !== 'insert') refuseOfEvents(operation.kind, first.object);
        checkObjectAccess(first.object, 'create', this.#context, options);
        return this.#context.environment.publish(records);
      }
      const items: SaveItem[] =
        operation.kind === 'upsert'
          ? resolveUpsert(records, operation.field, this.#context)
          : records.map((record, index) => ({
              index,
              record,
              isInsert: operation.kind === 'insert',
              errors: [],
            }));
      const outcomes: SaveOutcome[] = [];
      for (const group of grouped(items)) {
        const { object } = (group[0] as SaveItem).record;
        const saved = saveRecords(object, group, this.#context, options);
        saved.forEach((outcome, at) => (outcomes[(group[at] as SaveItem).index] = outcome));
        if (options.allOrNone && saved.some((outcome) => !outcome.success)) return fillUp(outcomes, records);
      }
      items.forEach(({ record, index, isInsert }) => {
        const outcome = outcomes[index];
        if (isInsert && outcome?.success) record.id = outcome.id;
      });
      return outcomes;
    });
  }

  delete(ids: readonly string[], options: DmlOptions): SaveOutcome[] {
    return this.#run('delete', ids, options, () => deleteRecords(ids, this.#context, options));
  }

  undelete(ids: readonly string[], options: DmlOptions): SaveOutcome[] {
    return this.#run('undelete', ids, options, () => undeleteRecords(ids, this.#context, options));
  }

  emptyRecycleBin(ids: readonly string[]): SaveOutcome[] {
    this.#count(ids.length);
    return ids.map((id) => purgeRecord(id, this.#context));
  }

  merge(master: SObject, duplicates: readonly string[], options: DmlOptions): SaveOutcome[] {
    return this.#run('merge', [master], options, () =>
      mergeRecords(master, duplicates, this.#context, options),
    );
  }

  setCreatedDate(id: string, date: Value): void {
    const object = this.#context.schema.objectOfKeyPrefix(id.slice(0, 3));
    if (!object || !this.#context.store.row(object, id))
      throwApex('System.UnexpectedException', `No record has the id ${id}.`);
    const field = object.fields.get('createddate');
    if (field) this.#context.store.update(object, id, new Map([['createddate', toStored(field, date)]]));
  }

  setSavepoint(): Savepoint {
    this.#context.environment.use('dmlStatements', 1);
    const number = ++this.#lastSavepoint;
    this.#savepoints.set(number, this.#context.store.depth);
    this.#context.store.begin();
    return { number };
  }

  rollback(savepoint: Savepoint): void {
    this.#context.environment.use('dmlStatements', 1);
    const { store } = this.#context;
    const depth = this.#savepoints.get(savepoint.number);
    if (depth === undefined || store.depth <= depth) {
      throwApex(
        'System.TypeException',
        'Savepoint is no longer valid: it was set in a part of the transaction that is over',
      );
    }
    store.rollbackTo(depth);
    store.begin();
    this.#forgetFrom(savepoint.number + 1);
  }

  releaseSavepoint(savepoint: Savepoint): void {
    this.#context.environment.use('dmlStatements', 1);
    this.#forgetFrom(savepoint.number);
  }

  #forgetFrom(first: number): void {
    for (const number of [...this.#savepoints.keys()]) if (number >= first) this.#savepoints.delete(number);
  }

  #run(
    operation: DmlOperation,
    input: readonly (SObject | string)[],
    options: DmlOptions,
    body: () => SaveOutcome[],
  ): SaveOutcome[] {
    if (input.length === 0) return [];
    this.#count(input.length);
    const records = input.map((item) => (typeof item === 'string' ? null : item));
    return this.#context.store.fork(() => {
      const outcomes = body();
      if (options.allOrNone && outcomes.some((outcome) => !outcome.success))
        throw dmlException(outcomes, records, operation);
      return outcomes;
    });
  }

  #count(rows: number): void {
    this.#context.environment.use('dmlStatements', 1);
    this.#context.environment.use('dmlRows', rows);
  }
}

/** Events are published, nothing else. */
function refuseOfEvents(kind: string, { name }: ObjectModel): never {
  const operation = kind.charAt(0).toUpperCase() + kind.slice(1);
  throwApex('System.TypeException', `DML operation ${operation} not allowed on ${name}`);
}

function checkList(kind: SaveOperation['kind'], records: readonly (SObject | null)[]): void {
  if (kind !== 'update' && new Set(records).size < records.length) {
    throwApex(
      'System.ListException',
      'Before Insert or Upsert list must not have two identically equal elements',
    );
  }
  const seen = new Set<string>();
  for (const record of records) {
    if (record === null) return throwNull();
    const { id } = record;
    if (id === null || kind === 'insert') continue;
    if (seen.has(id)) throwApex('System.ListException', `Duplicate id in list: ${id}`);
    seen.add(id);
  }
  if (portionsOf(records as readonly SObject[]) > MAX_PORTIONS)
    throwApex(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
    );
}

/** A list of several objects is cut where the object changes and after each 200 records; of one object it is not. */
function portionsOf(records: readonly SObject[]): number {
  let portions = 0;
  let size = 0;
  records.forEach(({ object }, index) => {
    const isNew = object !== records[index - 1]?.object || size === PORTION;
    portions += isNew ? 1 : 0;
    size = isNew ? 1 : size + 1;
  });
  return new Set(records.map(({ object }) => object)).size > 1 ? portions : 0;
}

/** Records of one object and one kind of save together, in the order in which they first appear. */
function grouped(items: readonly SaveItem[]): SaveItem[][] {
  const groups = new Map<string, SaveItem[]>();
  for (const item of items) {
    const key = `${item.record.object.name} ${item.isInsert}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Records after the first failing group were not looked at: they did not fail and were not saved. */
function fillUp(outcomes: SaveOutcome[], records: readonly SObject[]): SaveOutcome[] {
  return records.map(
    (record, index) => outcomes[index] ?? { id: record.id, success: true, created: false, errors: [] },
  );
}
