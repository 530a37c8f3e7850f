import type { ObjectModel } from '../schema/model.ts';
import type { Reader } from './expressions.ts';
import type { Parameter } from './fragment.ts';

/** One SQL statement: its text, what its `?` are bound to, and the objects whose tables must be there. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly tables: readonly ObjectModel[];
}

/** A compiled query: its statement and what its rows become. */
export type QueryPlan = CountPlan | AggregatePlan | RecordsPlan;

export interface CountPlan {
  readonly kind: 'count';
  readonly object: ObjectModel;
  readonly statement: Statement;
}

export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly object: ObjectModel;
  readonly statement: Statement;
  readonly results: readonly { readonly name: string; readonly read: Reader }[];
  /** The last column counts the rows behind each result: the platform counts them all. */
  readonly countsRows: boolean;
}

export interface RecordsPlan {
  readonly kind: 'records';
  readonly object: ObjectModel;
  readonly statement: Statement;
  readonly record: RecordPlan;
  readonly children: readonly ChildPlan[];
}

/** How a row becomes a record; numbers are columns. */
export interface RecordPlan {
  readonly object: ObjectModel;
  /** Names in lower case. */
  readonly fields: readonly { readonly name: string; readonly column: number; readonly read: Reader }[];
  readonly parents: readonly ParentPlan[];
}

export interface ParentPlan {
  /** In lower case. */
  readonly relationship: string;
  /** Null here means that there is no parent. */
  readonly idColumn: number;
  readonly record: RecordPlan;
}

export interface ChildPlan {
  /** In lower case. */
  readonly relationship: string;
  /** Its last column is the id of the parent. */
  readonly plan: RecordsPlan;
  /** LIMIT and OFFSET of a sub-query are per parent and so can't be SQL's. */
  readonly limit: Parameter | null;
  readonly offset: Parameter | null;
}
