import type { Stored } from '../data/columns.ts';
import type { Value } from '../library/library.ts';
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

/** A row of a statement. */
export type Row = readonly Stored[];

/** Gives the value that a row has for a field or an alias. */
export type RowReader = (row: Row) => Value;

/** How a row becomes a record. */
export interface RecordPlan {
  readonly object: ObjectModel;
  /** Names in lower case. */
  readonly fields: readonly { readonly name: string; readonly read: RowReader }[];
  /** In their own spelling. */
  readonly aliases: readonly { readonly name: string; readonly read: RowReader }[];
  readonly parents: readonly ParentPlan[];
  readonly typeOfs: readonly TypeOfPlan[];
}

export interface ParentPlan {
  /** In lower case. */
  readonly relationship: string;
  /** Null here means that there is no parent. */
  readonly idColumn: number;
  readonly record: RecordPlan;
}

/** A parent whose object decides what is selected of it. */
export interface TypeOfPlan {
  /** In lower case. */
  readonly relationship: string;
  /** The parent's id. */
  readonly referenceColumn: number;
  readonly cases: readonly { readonly keyPrefix: string; readonly parent: ParentPlan }[];
  /** For all other objects; null: their records are left out. */
  readonly otherwise: ParentPlan | null;
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
