import { throwApex } from '../runtime/faults.ts';
import type { SObject } from '../values/sobject.ts';

/**
 * The one record of `Account a = [SELECT ...]`. Throws `System.QueryException` with the platform's text when there is
 * none, or more than one.
 */
export function single(records: readonly SObject[]): SObject {
  const [first] = records;
  if (!first) return throwApex('System.QueryException', 'List has no rows for assignment to SObject');
  if (records.length > 1) {
    return throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
  }
  return first;
}
