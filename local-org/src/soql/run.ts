import type { StatementSync } from 'node:sqlite';
import type { RecordRights } from '../data/access.ts';
import type { QueryOptions, QueryResult } from '../data/data.ts';
import type { DataEnvironment } from '../data/environment.ts';
import { rowsOf } from '../data/rows.ts';
import type { Store } from '../data/store.ts';
import type { Stored } from '../data/columns.ts';
import type { Value } from '../library/library.ts';
import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import { toLocal } from '../values/datetime.ts';
import { SObject } from '../values/sobject.ts';
import { checkReadRights } from './read-rights.ts';
import { compileQuery } from './compile.ts';
import { LOCAL_TIME_FUNCTION } from './date-parts.ts';
import { DISTANCE_FUNCTION, distanceOf } from './distance.ts';
import type { BindShape, TextMode } from './expressions.ts';
import type { BindContext } from './fragment.ts';
import type { AggregatePlan, QueryPlan, RecordsPlan, Row, Statement } from './plan.ts';
import { recordsOf, type RunStatement } from './records.ts';
import { textModeOf } from './text-mode.ts';
import { usesOf } from './uses.ts';
import { elementsOf, isEmpty } from './values.ts';

/** What running a query asks of its surroundings. */
export type QueryEnvironment = Pick<
  DataEnvironment,
  'now' | 'userId' | 'timeZone' | 'use' | 'access' | 'records' | 'respectsSharing'
>;

export interface Queries {
  /** Runs a query that `checkQuery` found nothing wrong with; see `DataAccess.query`. */
  query(query: SoqlQuery, binds: readonly Value[], options: QueryOptions): QueryResult;
}

/** Queries over a store. Each query is compiled once per shape of its binds and kept as long as the query itself. */
export function createQueries(store: Store, schema: OrgSchema, environment: QueryEnvironment): Queries {
  return new QueryRunner(store, schema, environment);
}

/** What a query gave, and how many rows count towards the limit. */
interface Executed {
  readonly result: QueryResult;
  readonly rows: number;
}

class QueryRunner implements Queries {
  readonly #store: Store;
  readonly #schema: OrgSchema;
  readonly #environment: QueryEnvironment;
  readonly #plans = new WeakMap<SoqlQuery, Map<string, QueryPlan>>();
  readonly #objectsOf = new WeakMap<SoqlQuery, readonly ObjectModel[]>();
  readonly #prepared = new WeakMap<Statement, StatementSync>();

  constructor(store: Store, schema: OrgSchema, environment: QueryEnvironment) {
    this.#store = store;
    this.#schema = schema;
    this.#environment = environment;
    store.database.function(LOCAL_TIME_FUNCTION, { deterministic: true }, localTime);
    store.database.function(DISTANCE_FUNCTION, { deterministic: true, varargs: true }, distanceOf);
  }

  query(query: SoqlQuery, binds: readonly Value[], options: QueryOptions): QueryResult {
    checkReadRights(query, this.#schema, options.access, this.#environment.access());
    const records = this.#visibleRecords(query, options);
    const plan = this.#plan(query, binds.map(shapeOf), records, textModeOf(query, binds));
    const isCounted = options.isFree !== true && options.isCountedApart !== true;
    if (isCounted) this.#countQuery(plan);
    const { now, timeZone, userId } = this.#environment;
    const context: BindContext = {
      binds,
      now: now(),
      userId: userId(),
      timeZone: timeZone(),
      parentIds: null,
      principals: records?.principals ?? '',
    };
    const { result, rows } = this.#execute(plan, context);
    if (isCounted) this.#environment.use('queryRows', rows);
    return result;
  }

  #execute(plan: QueryPlan, context: BindContext): Executed {
    switch (plan.kind) {
      case 'count':
        return this.#count(plan.statement, context);
      case 'aggregate':
        return this.#aggregate(plan, context);
      case 'records':
        return this.#records(plan, context);
    }
  }

  /** Whom the rows are shared with matters only where the user does not see all of them anyway. */
  #visibleRecords(query: SoqlQuery, { access, isFree }: QueryOptions): RecordRights | null {
    const records = this.#environment.records();
    if (isFree === true || !this.#objects(query).some((object) => records.restricts(object))) return null;
    return this.#environment.respectsSharing(access) ? records : null;
  }

  #objects(query: SoqlQuery): readonly ObjectModel[] {
    let objects = this.#objectsOf.get(query);
    if (!objects) {
      objects = [...new Set(usesOf(query, this.#schema).map(({ object }) => object))];
      this.#objectsOf.set(query, objects);
    }
    return objects;
  }

  #plan(
    query: SoqlQuery,
    shapes: readonly BindShape[],
    records: RecordRights | null,
    texts: TextMode,
  ): QueryPlan {
    let plans = this.#plans.get(query);
    if (!plans) this.#plans.set(query, (plans = new Map()));
    const conditions = this.#objects(query).map((object) => records?.condition(object, object.name)?.text);
    const key = [texts, ...shapes, ...(records ? conditions : [])].join();
    let plan = plans.get(key);
    if (!plan) plans.set(key, (plan = compileQuery(query, this.#schema, shapes, records, texts)));
    return plan;
  }

  /** Custom metadata is free, and each sub-query counts apart from the queries. */
  #countQuery(plan: QueryPlan): void {
    if (plan.object.kind !== 'customMetadata') this.#environment.use('queries', 1);
    const children = plan.kind === 'records' ? childrenOf(plan) : 0;
    if (children > 0) this.#environment.use('aggregateQueries', children);
  }

  #count(statement: Statement, context: BindContext): Executed {
    const count = Number(this.#run(statement, context)[0]![0]);
    return { result: { count, object: 'AggregateResult', records: [] }, rows: 1 };
  }

  /** COUNT alone uses one row for each result, any other function all the rows that it looked at. */
  #aggregate(plan: AggregatePlan, context: BindContext): Executed {
    const rows = this.#run(plan.statement, context);
    const used = plan.countsRows ? rows.reduce((sum, row) => sum + Number(row.at(-1)), 0) : rows.length;
    const object = this.#schema.object('AggregateResult');
    if (!object) throw new Error('The schema has no AggregateResult.');
    const records = rows.map((row) => resultOf(plan, row, object));
    return { result: { count: null, object: object.name, records }, rows: used };
  }

  #records(plan: RecordsPlan, context: BindContext): Executed {
    const run: RunStatement = (statement, inner) => this.#run(statement, inner);
    const { records, rowCount } = recordsOf(plan, context, run);
    return { result: { count: null, object: plan.object.name, records }, rows: rowCount };
  }

  #run(statement: Statement, context: BindContext): Row[] {
    for (const table of statement.tables) this.#store.table(table);
    const values = statement.parameters.map((parameter) => parameter(context));
    return rowsOf(this.#prepare(statement), values) as unknown as Row[];
  }

  #prepare(statement: Statement): StatementSync {
    let prepared = this.#prepared.get(statement);
    if (!prepared) {
      prepared = this.#store.database.prepare(statement.text);
      prepared.setReturnArrays(true);
      this.#prepared.set(statement, prepared);
    }
    return prepared;
  }
}

/** The function behind `convertTimezone`. */
function localTime(moment: Stored, zone: Stored): Stored {
  return moment === null ? null : toLocal(Number(moment), String(zone));
}

function shapeOf(value: Value): BindShape {
  if (isEmpty(value)) return 'null';
  const elements = elementsOf(value);
  if (!elements) return 'value';
  return elements.some(isEmpty) ? 'listWithNull' : 'list';
}

function childrenOf(plan: RecordsPlan): number {
  return plan.children.reduce((sum, child) => sum + 1 + childrenOf(child.plan), 0);
}

function resultOf(plan: AggregatePlan, row: Row, object: ObjectModel): SObject {
  const result = new SObject(object);
  for (const [at, { name, read }] of plan.results.entries()) result.loadAlias(name, read(row[at]!));
  return result;
}
