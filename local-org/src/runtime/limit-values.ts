import type { LimitName } from './limits.ts';
import type { Transaction } from './transaction.ts';

const MEGABYTE = 1_000_000;

/** The platform's published limits of one synchronous transaction. Times in milliseconds, heap in bytes. */
const SYNCHRONOUS: Readonly<Record<LimitName, number>> = {
  queries: 100,
  queryRows: 50_000,
  aggregateQueries: 300,
  queryLocatorRows: 10_000,
  soslQueries: 20,
  dmlStatements: 150,
  dmlRows: 10_000,
  callouts: 100,
  calloutTime: 120_000,
  heap: 6 * MEGABYTE,
  cpuTime: 10_000,
  queueableJobs: 50,
  futureCalls: 50,
  emailInvocations: 10,
  mobilePushes: 10,
  savepoints: 150,
  savepointRollbacks: 20,
  publishImmediate: 150,
  cursors: 10_000,
  cursorRows: 50_000_000,
  cursorFetches: 10,
  paginationCursors: 200_000,
  paginationCursorRows: 100_000,
  asyncCalls: 200,
};

/** Where an asynchronous transaction differs. */
const ASYNCHRONOUS: Readonly<Partial<Record<LimitName, number>>> = {
  queries: 200,
  heap: 12 * MEGABYTE,
  cpuTime: 60_000,
  queueableJobs: 1,
  futureCalls: 0,
};

export function limitsOf(kind: Transaction['kind']): ReadonlyMap<LimitName, number> {
  const isAsynchronous = kind !== 'synchronous' && kind !== 'trigger';
  const values = isAsynchronous ? { ...SYNCHRONOUS, ...ASYNCHRONOUS } : { ...SYNCHRONOUS };
  // A queueable job may call as many future methods as synchronous code.
  if (kind === 'queueable') values.futureCalls = SYNCHRONOUS.futureCalls;
  // A finalizer has the limits of synchronous code but for these.
  if (kind === 'finalizer') {
    const { heap, queueableJobs } = { ...SYNCHRONOUS, ...ASYNCHRONOUS };
    return limitMap({ ...SYNCHRONOUS, heap, queueableJobs });
  }
  return limitMap(values);
}

function limitMap(values: Readonly<Record<LimitName, number>>): ReadonlyMap<LimitName, number> {
  return new Map(Object.entries(values) as [LimitName, number][]);
}
