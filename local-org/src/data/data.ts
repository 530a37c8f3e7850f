import type { SObject } from '../values/sobject.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import type { FormulaValue } from './formula/value.ts';
import type { Value } from '../library/library.ts';

/** What a transaction may do with the org's data. Kernel, SOQL and library meet here. */
export interface DataAccess {
  /** Rows in order. Counts the limits, checks access. Binds are Apex values by `bind.index`. */
  query(query: SoqlQuery, binds: readonly Value[], options: QueryOptions): QueryResult;
  save(operation: SaveOperation, records: readonly SObject[], options: DmlOptions): SaveOutcome[];
  delete(ids: readonly string[], options: DmlOptions): SaveOutcome[];
  undelete(ids: readonly string[], options: DmlOptions): SaveOutcome[];
  emptyRecycleBin(ids: readonly string[]): SaveOutcome[];
  merge(master: SObject, duplicates: readonly string[], options: DmlOptions): SaveOutcome[];
  /** `Test.setCreatedDate`: `date` is a Datetime of Apex. */
  setCreatedDate(id: string, date: Value): void;
  setSavepoint(): Savepoint;
  rollback(savepoint: Savepoint): void;
  /** Ends the savepoint and those that were set after it; what was written stays. */
  releaseSavepoint(savepoint: Savepoint): void;
  /** The value of a formula's global name, e.g. `$User.Email`. */
  formulaGlobal(path: readonly string[]): FormulaValue;
  /** Sets the formula fields of a record in memory; gives those that could not be worked out, with why. */
  recalculate(record: SObject): ReadonlyMap<string, string>;
}

export interface QueryOptions {
  readonly access: 'user' | 'system' | 'securityEnforced';
  /** True for what the platform itself looks up: no limit counts it, and it finds every record. */
  readonly isFree?: boolean;
  /** True for rows of Apex that other limits count: those of locators, cursors and searches. */
  readonly isCountedApart?: boolean;
}

export interface QueryResult {
  /** Of `SELECT COUNT()`. */
  readonly count: number | null;
  /** What the records are: the object's name, or `AggregateResult`. */
  readonly object: string;
  /** Records, or `AggregateResult` records. */
  readonly records: SObject[];
}

export type SaveOperation =
  | { readonly kind: 'insert' }
  | { readonly kind: 'update' }
  /** `field`: the external id, or null for Id. */
  | { readonly kind: 'upsert'; readonly field: string | null };

export interface DmlOptions {
  readonly access: 'user' | 'system';
  /** True: the first error throws a DmlException and nothing is written. False: what can be written is. */
  readonly allOrNone: boolean;
  /** From `Database.DMLOptions`. */
  readonly allowFieldTruncation?: boolean;
}

/** One record's result, in the order of the input. */
export interface SaveOutcome {
  readonly id: string | null;
  readonly success: boolean;
  /** Of an upsert. */
  readonly created: boolean;
  readonly errors: readonly SaveError[];
}

export interface SaveError {
  /** E.g. `REQUIRED_FIELD_MISSING`: a constant of `System.StatusCode`. */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** The message stands alone in an exception, without "Insert failed. First exception on row ...". */
  readonly isOfStatement?: true;
}

export interface Savepoint {
  readonly number: number;
}
