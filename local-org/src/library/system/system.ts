import { currentTransaction } from '../../runtime/context.ts';
import { throwApex, Unsupported } from '../../runtime/faults.ts';
import type { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { EnumValue } from '../../values/enum.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';
import { assertEquals, assertIsTrue, assertNotEquals } from '../assert/assertions.ts';
import { scheduleBatch } from '../async/batchable.ts';
import { enqueueJob } from '../async/enqueue.ts';
import { attachFinalizer } from '../async/finalizer.ts';
import { schedule } from '../async/schedulable.ts';
import { libraryClass, type Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';
import { currentPage } from '../visualforce/apex-pages.ts';

const isRunning = (kind: string): boolean => currentTransaction().kind === kind;

function debug(level: Value, message: Value): void {
  const name = level instanceof EnumValue ? level.name : stringOf(level);
  currentTransaction().debug(name, message === null ? 'null' : stringOf(message));
}

const DAY = 86_400_000;

function purge(before: ApexDate | null, limit: number | null): number {
  return currentTransaction().purgeJobs(required(before, 'dt').days * DAY, limit);
}

/** `System.*`: assertions, time, debug log, jobs. */
export const systemClass = libraryClass({
  name: 'System.System',
  statics: {
    'assert(Boolean)': (condition) => assertIsTrue(condition, null),
    'assert(Boolean,Object)': (condition, message) => assertIsTrue(condition, message),
    'assertEquals(Object,Object)': (expected, actual) => assertEquals(expected, actual, null),
    'assertEquals(Object,Object,Object)': (expected, actual, message) =>
      assertEquals(expected, actual, message),
    'assertNotEquals(Object,Object)': (expected, actual) => assertNotEquals(expected, actual, null),
    'assertNotEquals(Object,Object,Object)': (expected, actual, message) =>
      assertNotEquals(expected, actual, message),
    'debug(Object)': (message) =>
      currentTransaction().debug('DEBUG', message === null ? 'null' : stringOf(message)),
    'debug(Object,Object)': debug,
    'currentTimeMillis()': () => BigInt(currentTransaction().now()),
    'now()': () => new ApexDatetime(currentTransaction().now()),
    'today()': () => {
      const transaction = currentTransaction();
      return new ApexDatetime(transaction.now()).date(transaction.user.timeZone) satisfies ApexDate;
    },
    'enqueueJob(Object)': (job) => enqueueJob(job, 0, null),
    'enqueueJob(Object,Integer)': (job, delay) => enqueueJob(job, delay, null),
    'enqueueJob(Object,AsyncOptions)': (job, options) => enqueueJob(job, null, options),
    'attachFinalizer(Finalizer)': (finalizer) => attachFinalizer(finalizer),
    'schedule(String,String,Object)': schedule,
    'scheduleBatch(Object,String,Integer)': scheduleBatch,
    'scheduleBatch(Object,String,Integer,Integer)': scheduleBatch,
    'abortJob(String)': (id) => currentTransaction().abortJob(required(id, 'jobId')),
    'purgeOldAsyncJobs(Date)': (before) => purge(before, null),
    'purgeOldAsyncJobs(Date,Integer)': purge,
    'currentPageReference()': currentPage,
    'isBatch()': () => isRunning('batch'),
    'isFuture()': () => isRunning('future'),
    'isQueueable()': () => isRunning('queueable'),
    'isScheduled()': () => isRunning('scheduled'),
    'equals(Object,Object)': (left, right) => strictEquals(left, right),
    'hashCode(Object)': (value) => hashOf(value),
  },
});

/** What several classes say of an argument that must not be null. */
export function required<T>(value: T | null, name: string): T {
  return value ?? throwApex('System.NullPointerException', `Argument ${name} cannot be null.`);
}

export function refuse(what: string): never {
  throw new Unsupported(what);
}
