import type { DatabaseSync } from 'node:sqlite';
import { UserAccess } from '../access/user-access.ts';
import { UserRecordAccess } from '../access/user-record-access.ts';
import { carryOver } from '../data/carry-over.ts';
import { CredentialStore } from '../data/credentials.ts';
import type { DataAccess } from '../data/data.ts';
import { createDml, type DmlAccess } from '../data/dml/dml.ts';
import type { DataEnvironment } from '../data/environment.ts';
import { Formulas } from '../data/formula/formulas.ts';
import { NO_HOOKS, type DmlHooks } from '../data/hooks.ts';
import { hideOrgData } from '../data/org-data.ts';
import { seedOrg, type SeedClass, withoutPrefix } from '../data/seed.ts';
import type { StoreJournal } from '../data/journal.ts';
import { Store } from '../data/store.ts';
import { userContext } from '../data/users.ts';
import type { OrgSchema } from '../schema/model.ts';
import { createQueries } from '../soql/run.ts';
import type { ApexTransaction } from './apex-transaction.ts';
import type { SObject } from '../values/sobject.ts';
import { currentTransaction } from './context.ts';
import { throwApex } from './faults.ts';
import type { Storage } from './org.ts';
import type { UserContext } from './transaction.ts';
import { JobRows } from './jobs/rows.ts';
import { steeredCommit } from './jobs/set-aside.ts';

/** What the data layer asks, answered by whatever transaction runs. */
const environmentWith = (hooks: DmlHooks): DataEnvironment => ({
  userId: () => currentTransaction().user.id,
  organizationId: () => currentTransaction().organization.id,
  now: () => currentTransaction().now(),
  timeZone: () => currentTransaction().user.timeZone,
  use: (limit, amount) => currentTransaction().limits.use(limit, amount),
  publish: (events) => currentTransaction().publish(events, { isCounted: true }),
  mixes: (...args) => (currentTransaction() as ApexTransaction).mixes(...args),
  lock: (id) => (currentTransaction() as ApexTransaction).lock(id),
  hooks,
  access: () => currentTransaction().rights,
  records: () => currentTransaction().records,
  respectsSharing: (access) => access === 'user' || currentTransaction().respectsSharing(),
});

export interface StorageOptions {
  readonly schema: OrgSchema;
  readonly classes: readonly SeedClass[];
  readonly triggers: readonly SeedClass[];
  readonly now: () => number;
  /** Of a file that is kept; by default the data live in memory. Or the database of an org whose project has changed. */
  readonly database?: string | DatabaseSync;
  /** What runs around a save; nothing by default. */
  readonly hooks?: DmlHooks;
  /** The data may outlive the schema that they begin with. */
  readonly isKept: boolean;
}

/** Opens the data of an org. */
export function openStorage(options: StorageOptions): Storage {
  const { schema, classes, triggers, now, database, isKept, hooks = NO_HOOKS } = options;
  const environment = environmentWith(hooks);
  const store = new Store(database, { isKept });
  const setup = seedOrg(store, schema, { classes, triggers, now: Date.now() });
  const reset = store.journal
    ? store.fork(() => carryOver(store, store.journal as StoreJournal, schema))
    : [];
  const formulas = new Formulas(schema, store, () => environment);
  const access = new UserAccess(store, schema);
  const recordAccess = new UserRecordAccess(store, schema, access);
  const queries = createQueries(store, schema, environment);

  const commitTo = (depth: number): void => {
    while (store.depth > depth) store.commit();
  };
  const undoTo = (depth: number): void => {
    while (store.depth > depth) store.rollback();
  };
  const organization = {
    id: setup.organizationId,
    name: 'Local Org',
    currency: 'USD',
    isMultiCurrency:
      schema.object('CurrencyType') !== null &&
      schema.object('Account')?.fields.has('currencyisocode') === true,
    standardPricebookId: setup.standardPricebookId,
  };

  return {
    organization,
    administrator: userContext(store, schema, setup.administratorId),
    classId(name) {
      const classes_ = schema.object('ApexClass');
      const row = classes_ && store.rows(classes_, '"Name" = ?', withoutPrefix(name, schema))[0];
      return row ? String(row.get('id')) : null;
    },
    recordAccessOf: (user) => access.recordAccessOf(user.id),
    rightsOf: (user) => access.rightsOf(user.id),
    userContext: (id) => userContext(store, schema, id),
    isActive: (id) => userWhere(store, schema, '"IsActive" = 1 AND "Id" = ?', id) !== null,
    isTraced(userId, now) {
      const flags = schema.object('TraceFlag');
      const isOn = '"TracedEntityId" = ? AND "ExpirationDate" > ? AND COALESCE("StartDate", 0) <= ?';
      return flags !== null && store.rows(flags, isOn, userId, now, now).length > 0;
    },
    userNamed: (name) => userWhere(store, schema, '"Username" = ?', name),
    automatedProcess() {
      const found = userWhere(store, schema, '"UserType" = ?', 'AutomatedProcess');
      if (!found) throw new Error('The org has no user Automated Process.');
      return found;
    },
    siteGuest() {
      const found = userWhere(store, schema, '"UserType" = ?', 'Guest');
      if (!found) throw new Error('The org has no site guest user.');
      return found;
    },
    dataFor: (transaction) =>
      withUncommittedWork(transaction, {
        ...bound(createDml(schema, store, formulas, environment)),
        query(query, binds, options) {
          recordAccess.prepare(query, binds);
          const result = queries.query(query, binds, options);
          noteAccess(query.forClauses, result.records, store, transaction.now());
          return result;
        },
        formulaGlobal: (path) => formulas.global(path),
        recalculate: (record) => formulas.recalculate(record),
      }),
    commit(body) {
      const { depth } = store;
      store.begin();
      try {
        const result = body();
        commitTo(depth);
        return result;
      } catch (error) {
        undoTo(depth);
        throw error;
      }
    },
    onUndo: (undo) => store.onUndo(undo),
    mark() {
      const { depth } = store;
      store.begin();
      return () => undoTo(depth);
    },
    commitSteered: (body) => steeredCommit(store, body),
    discard(body) {
      const { depth } = store;
      store.begin();
      try {
        return body();
      } finally {
        undoTo(depth);
      }
    },
    open({ hidesData }) {
      const { depth } = store;
      store.begin();
      if (hidesData) hideOrgData(store, schema);
      return () => undoTo(depth);
    },
    rows: new JobRows(schema, store, now),
    credentials: new CredentialStore(store, schema),
    reset,
    keyPrefixes: () => store.journal?.keyPrefixes() ?? new Map(),
    handOver: () => store.handOver(),
    close: () => store.close(),
  };
}

/** FOR VIEW and FOR REFERENCE leave a date in the rows: one for all users. */
function noteAccess(
  clauses: readonly string[],
  records: readonly SObject[],
  store: Store,
  now: number,
): void {
  const isViewed = clauses.includes('view');
  if (!isViewed && !clauses.includes('reference')) return;
  const fields = ['lastreferenceddate', ...(isViewed ? ['lastvieweddate'] : [])];
  for (const { object, id } of records) {
    const known = fields.filter((field) => object.fields.has(field));
    if (id !== null) store.update(object, id, new Map(known.map((field) => [field, now])));
  }
}

/** The methods of an object with a prototype, as a plain object that can be spread. */
function bound(dml: DmlAccess): DmlAccess {
  return {
    save: (operation, records, options) => dml.save(operation, records, options),
    delete: (ids, options) => dml.delete(ids, options),
    undelete: (ids, options) => dml.undelete(ids, options),
    emptyRecycleBin: (ids) => dml.emptyRecycleBin(ids),
    merge: (master, duplicates, options) => dml.merge(master, duplicates, options),
    setCreatedDate: (id, date) => dml.setCreatedDate(id, date),
    setSavepoint: () => dml.setSavepoint(),
    rollback: (savepoint) => dml.rollback(savepoint),
    releaseSavepoint: (savepoint) => dml.releaseSavepoint(savepoint),
  };
}

function userWhere(store: Store, schema: OrgSchema, condition: string, value: string): UserContext | null {
  const users = schema.object('User');
  const id = users && store.rows(users, condition, value)[0]?.get('id');
  return typeof id === 'string' ? userContext(store, schema, id) : null;
}

/** FOR UPDATE waits ten seconds for a row that another transaction has; then the query fails. */
function lockAll(records: readonly SObject[], transaction: ApexTransaction): void {
  for (const { id } of records) {
    if (id === null || transaction.lock(id)) continue;
    throwApex(
      'System.QueryException',
      'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.',
    );
  }
}

/** Whatever writes forbids the callouts that come after it. */
function withUncommittedWork(transaction: ApexTransaction, data: DataAccess): DataAccess {
  const query: DataAccess['query'] = (...args) => {
    transaction.checkHeap();
    const result = data.query(...args);
    const [soql, binds, { isFree = false }] = args;
    const isLocking = soql.forClauses.includes('update');
    if (isLocking) lockAll(result.records, transaction);
    transaction.helm?.query();
    // Rows that are locked are as they are; what was only read is what it was before the transaction waited.
    const { recording } = transaction;
    return recording && !isLocking && !isFree ? recording.query(soql, binds, result) : result;
  };
  const marked = <Args extends unknown[], Result>(write: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      transaction.checkHeap();
      transaction.uncommitted.addWork();
      transaction.recording?.write();
      return write(...args);
    };
  };
  const { uncommitted } = transaction;
  return {
    ...data,
    query,
    save: marked(data.save),
    delete: marked(data.delete),
    undelete: marked(data.undelete),
    emptyRecycleBin: marked(data.emptyRecycleBin),
    merge: marked(data.merge),
    setCreatedDate: marked(data.setCreatedDate),
    setSavepoint() {
      const savepoint = data.setSavepoint();
      uncommitted.openSavepoint(savepoint.number);
      return savepoint;
    },
    rollback(savepoint) {
      transaction.recording?.write();
      data.rollback(savepoint);
      uncommitted.rollBackTo(savepoint.number);
    },
    releaseSavepoint(savepoint) {
      data.releaseSavepoint(savepoint);
      uncommitted.release(savepoint.number);
    },
  };
}
