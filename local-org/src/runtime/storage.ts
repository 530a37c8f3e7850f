import { UserAccess } from '../access/user-access.ts';
import type { DataAccess } from '../data/data.ts';
import { createDml } from '../data/dml/dml.ts';
import type { DataEnvironment } from '../data/environment.ts';
import { Formulas } from '../data/formula/formulas.ts';
import { NO_HOOKS } from '../data/hooks.ts';
import { seedOrg, type SeedClass } from '../data/seed.ts';
import { Store } from '../data/store.ts';
import { userContext } from '../data/users.ts';
import type { OrgSchema } from '../schema/model.ts';
import { createQueries } from '../soql/run.ts';
import type { ApexTransaction } from './apex-transaction.ts';
import { currentTransaction } from './context.ts';
import type { Storage } from './org.ts';
import type { EnqueuedJob } from './transaction.ts';

/** What the data layer asks, answered by whatever transaction runs. */
const ENVIRONMENT: DataEnvironment = {
  userId: () => currentTransaction().user.id,
  now: () => currentTransaction().now(),
  timeZone: () => currentTransaction().user.timeZone,
  use: (limit, amount) => currentTransaction().limits.use(limit, amount),
  hooks: NO_HOOKS,
  access: () => currentTransaction().rights,
};

/** `AsyncApexJob.JobType` of each kind of job. */
const JOB_TYPES: Readonly<Record<EnqueuedJob['kind'], string>> = {
  queueable: 'Queueable',
  future: 'Future',
  batch: 'BatchApex',
  scheduled: 'ScheduledApex',
};

/** Opens the data of an org: in memory, or in a file that is kept. */
export function openStorage(
  schema: OrgSchema,
  path: string | undefined,
  classes: readonly SeedClass[],
): Storage {
  const store = new Store(path);
  const setup = seedOrg(store, schema, { classes, now: Date.now() });
  const formulas = new Formulas(schema, store, () => ENVIRONMENT);
  const access = new UserAccess(store, schema);
  const queries = createQueries(store, schema, ENVIRONMENT);

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
    rightsOf: (user) => access.rightsOf(user.id),
    userContext: (id) => userContext(store, schema, id),
    dataFor: (transaction) =>
      withUncommittedWork(transaction, {
        ...bound(createDml(schema, store, formulas, ENVIRONMENT)),
        query: (query, binds, options) => queries.query(query, binds, options),
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
    discard(body) {
      const { depth } = store;
      store.begin();
      try {
        return body();
      } finally {
        undoTo(depth);
      }
    },
    open() {
      const { depth } = store;
      store.begin();
      return () => undoTo(depth);
    },
    addJob({ kind, target }, user) {
      const jobs = schema.object('AsyncApexJob');
      if (!jobs) throw new Error('The schema has no object AsyncApexJob.');
      const id = store.nextId(jobs);
      const classes_ = schema.object('ApexClass');
      const found =
        classes_ &&
        store.get(
          `SELECT "Id" AS id FROM ${store.table(classes_)} WHERE "Name" = ?`,
          target.apexType().name.replace(/^.*\./, ''),
        );
      const now = Math.floor(ENVIRONMENT.now() / 1000) * 1000;
      const row = {
        id,
        jobtype: JOB_TYPES[kind],
        status: 'Queued',
        apexclassid: found?.id ?? null,
        createdbyid: user.id,
        createddate: now,
      };
      store.insert(jobs, new Map(Object.entries(row)));
      return id;
    },
    setJobStatus(id, status, message) {
      const jobs = schema.object('AsyncApexJob');
      if (!jobs) return;
      const failed = status === 'Failed' ? 1 : 0;
      store.update(
        jobs,
        id,
        new Map<string, string | number | null>([
          ['status', status],
          ['extendedstatus', message],
          ['numberoferrors', failed],
        ]),
      );
    },
    close: () => store.close(),
  };
}

/** The methods of an object with a prototype, as a plain object that can be spread. */
function bound(dml: ReturnType<typeof createDml>): Omit<DataAccess, 'query'> {
  return {
    save: (operation, records, options) => dml.save(operation, records, options),
    delete: (ids, options) => dml.delete(ids, options),
    undelete: (ids, options) => dml.undelete(ids, options),
    emptyRecycleBin: (ids) => dml.emptyRecycleBin(ids),
    merge: (master, duplicates, options) => dml.merge(master, duplicates, options),
    setCreatedDate: (id, date) => dml.setCreatedDate(id, date),
    setSavepoint: () => dml.setSavepoint(),
    rollback: (savepoint) => dml.rollback(savepoint),
  };
}

/** Whatever writes forbids the callouts that come after it. */
function withUncommittedWork(transaction: ApexTransaction, data: DataAccess): DataAccess {
  const query: DataAccess['query'] = (...args) => {
    transaction.checkHeap();
    return data.query(...args);
  };
  const marked = <Args extends unknown[], Result>(write: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      transaction.checkHeap();
      transaction.hasUncommittedWork = true;
      return write(...args);
    };
  };
  return {
    query,
    save: marked(data.save),
    delete: marked(data.delete),
    undelete: marked(data.undelete),
    emptyRecycleBin: marked(data.emptyRecycleBin),
    merge: marked(data.merge),
    setCreatedDate: marked(data.setCreatedDate),
    setSavepoint: marked(data.setSavepoint),
    rollback: marked(data.rollback),
  };
}
