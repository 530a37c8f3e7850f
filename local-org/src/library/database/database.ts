import type { QueryOptions } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { queryText } from '../../soql/dynamic.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import { libraryClass } from '../library.ts';
import type { AccessLevel } from './access-level.ts';
import { cursors } from './cursor.ts';
import { executeBatch } from '../async/batchable.ts';
import { locatorOfRows, locatorOfText } from './query-locator.ts';
import { replication } from './replication.ts';
import { releaseSavepoint, rollback, setSavepoint } from './savepoint.ts';
import { writes } from './write.ts';

const optionsOf = (level: AccessLevel | null): QueryOptions => ({ access: level?.access ?? 'system' });

function query(
  text: string | null,
  level: AccessLevel | null = null,
  binds: ApexMap | null = null,
): ApexList {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const result = queryText(text, optionsOf(level), binds);
  const { program } = currentTransaction();
  return new ApexList(program.listOf(program.recordType(result.object)), result.records);
}

function countQuery(text: string, level: AccessLevel | null = null, binds: ApexMap | null = null): number {
  const { count } = queryText(text, optionsOf(level), binds);
  return (
    count ?? throwApex('System.QueryException', 'The query must be a count query: SELECT COUNT() FROM ...')
  );
}

/** `Database.*`: dynamic queries, saves with results, savepoints. */
export const databaseClass = libraryClass({
  name: 'System.Database',
  statics: {
    ...writes,
    ...cursors,
    ...replication,
    'query(String)': (text) => query(text),
    'query(String,AccessLevel)': query,
    'queryWithBinds(String,Map<String,Object>,AccessLevel)': (text, binds, level) =>
      query(text, level, binds),
    'countQuery(String)': (text) => countQuery(text),
    'countQuery(String,AccessLevel)': countQuery,
    'countQueryWithBinds(String,Map<String,Object>,AccessLevel)': (text, binds, level) =>
      countQuery(text, level, binds),
    'getQueryLocator(List<SObject>)': (rows) => locatorOfRows(rows),
    'getQueryLocator(List<SObject>,AccessLevel)': locatorOfRows,
    'getQueryLocator(String)': (text) => locatorOfText(text),
    'getQueryLocator(String,AccessLevel)': (text, level) => locatorOfText(text, level),
    'getQueryLocatorWithBinds(String,Map<String,Object>,AccessLevel)': (text, binds, level) =>
      locatorOfText(text, level, binds),
    'executeBatch(Object)': (batch) => executeBatch(batch),
    'executeBatch(Object,Integer)': executeBatch,
    'setSavepoint()': setSavepoint,
    'rollback(Savepoint)': rollback,
    'releaseSavepoint(Savepoint)': releaseSavepoint,
  },
});
