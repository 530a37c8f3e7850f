import { currentTransaction } from '../../runtime/context.ts';
import type { LimitName } from '../../runtime/limits.ts';
import { libraryClass } from '../library.ts';

/** Method names of `System.Limits` without `get`, and what they count. */
const COUNTED: Readonly<Record<string, LimitName>> = {
  AggregateQueries: 'aggregateQueries',
  ApexCursorRows: 'cursorRows',
  ApexCursors: 'cursors',
  ApexPaginationCursorRows: 'paginationCursorRows',
  ApexPaginationCursors: 'paginationCursors',
  AsyncCalls: 'asyncCalls',
  FetchCallsOnApexCursor: 'cursorFetches',
  Callouts: 'callouts',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FutureCalls: 'futureCalls',
  MobilePushApexCalls: 'mobilePushes',
  PublishImmediateDML: 'publishImmediate',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  SavepointRollbacks: 'savepointRollbacks',
  Savepoints: 'savepoints',
  SoslQueries: 'soslQueries',
};

/** Methods that are kept for old code, and count something else or nothing. */
const OLD: Readonly<Record<string, LimitName>> = { FindSimilarCalls: 'soslQueries', RunAs: 'dmlStatements' };
const UNCOUNTED = [
  'ChildRelationshipsDescribes',
  'DatabaseTime',
  'FieldSetsDescribes',
  'FieldsDescribes',
  'PicklistDescribes',
  'RecordTypesDescribes',
  'ScriptStatements',
];

const statics: Record<string, () => number> = {
  'getCpuTime()': () => currentTransaction().cpuTime(),
  'getLimitCpuTime()': () => currentTransaction().limits.maximum('cpuTime'),
  'getHeapSize()': () => currentTransaction().heapSize(),
  'getLimitHeapSize()': () => currentTransaction().limits.maximum('heap'),
};
for (const name of UNCOUNTED) statics[`get${name}()`] = statics[`getLimit${name}()`] = () => 0;
for (const [name, limit] of Object.entries({ ...COUNTED, ...OLD })) {
  statics[`get${name}()`] = () => currentTransaction().limits.used(limit);
  statics[`getLimit${name}()`] = () => currentTransaction().limits.maximum(limit);
}

/** What the running transaction has used, and may use. */
export const limitsClass = libraryClass({ name: 'System.Limits', statics });
