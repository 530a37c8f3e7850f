import type { OrgSchema } from '../schema/model.ts';
import { isOfTooling } from '../schema/standard/tooling-objects.ts';
import type { SelectItem, SoqlQuery } from '../syntax/soql.ts';
import type { Type } from '../types/type.ts';
import { checkCondition } from './check-filter.ts';
import { checkGrouping } from './check-groups.ts';
import { checkOrder } from './check-order.ts';
import { checkPaging } from './check-paging.ts';
import { checkSelect } from './check-select.ts';
import { hasAggregate, isCountOfRows } from './functions.ts';
import { unsupported, type QueryProblem, type ReportProblem } from './problem.ts';
import { childScopeOf, isProblem, scopeOf, unknownObject, type QueryScope } from './scope.ts';

/** What the Apex around a query has to know of it. */
export interface CheckedQuery {
  /** The API name of the queried object; the written name when there is no such object. */
  readonly object: string;
  /** The rows are AggregateResult records. */
  readonly isAggregate: boolean;
  /** `SELECT COUNT()`: the result is an Integer. */
  readonly isCount: boolean;
}

/** What the parts of the check share. */
export interface CheckContext {
  readonly scope: QueryScope;
  readonly query: SoqlQuery;
  /** By the bind's index; empty for text at run time, whose binds are checked when they are bound. */
  readonly bindTypes: readonly Type[];
  readonly report: ReportProblem;
  /** Of parents and children: 1 is the outer query. */
  readonly level: number;
  /** The query comes from outside and not from Apex. */
  readonly isOfApi: boolean;
  readonly place: 'query' | 'child' | 'semiJoin';
}

/** The outer query counts as the first one. */
const MOST_LEVELS = 5;

/**
 * Checks a query against the schema and reports everything that is wrong with it. `bindTypes` are the static types of
 * the binds by index; an empty array leaves them unchecked. `isOfApi`: the query comes from outside and not from Apex.
 */
export function checkQuery(
  query: SoqlQuery,
  schema: OrgSchema,
  bindTypes: readonly Type[],
  report: (problem: QueryProblem) => void,
  isOfApi = false,
): CheckedQuery {
  const scope = knownScopeOf(query, schema, isOfApi);
  const shape = { isAggregate: isAggregateQuery(query), isCount: isCountQuery(query) };
  if (isProblem(scope)) {
    report(scope);
    return { object: query.from[0]!.path.map((part) => part.text).join('.'), ...shape };
  }
  checkParts({ scope, query, bindTypes, report, level: 1, isOfApi, place: 'query' });
  return { object: scope.object.name, ...shape };
}

/** Apex does not know what only the Tooling API has. */
function knownScopeOf(query: SoqlQuery, schema: OrgSchema, isOfApi: boolean): QueryScope | QueryProblem {
  const scope = scopeOf(query, schema);
  if (isOfApi || isProblem(scope) || !isOfTooling(scope.object.name)) return scope;
  return unknownObject(query.from[0]!.path[0]!, schema);
}

/** Rows are AggregateResult records: there is an aggregate function with a field, or GROUP BY. */
export function isAggregateQuery(query: SoqlQuery): boolean {
  return query.groupBy !== null || query.select.some((item) => isAggregateItem(item));
}

/** `SELECT COUNT()` */
export function isCountQuery(query: SoqlQuery): boolean {
  const [item] = query.select;
  return query.select.length === 1 && item?.kind === 'function' && isCountOfRows(item.call) && !query.groupBy;
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'function' && hasAggregate(item.call) && !isCountOfRows(item.call);
}

function checkParts(context: CheckContext): void {
  const { query } = context;
  checkClauses(context);
  checkSelect(context, (child) => checkChild(child, context));
  if (query.where) checkCondition(query.where, context, (inner) => checkSemiJoin(inner, context));
  checkGrouping(context);
  checkOrder(context);
  checkPaging(context);
}

function checkChild(query: SoqlQuery, parent: CheckContext): void {
  const scope = childScopeOf(query, parent.scope);
  if (isProblem(scope)) return parent.report(scope);
  const level = parent.level + 1;
  if (level > MOST_LEVELS) {
    const message = `A query may have at most ${MOST_LEVELS} levels of parents and children.`;
    return parent.report({ code: 'soql/depth', span: query.span, message });
  }
  checkParts({ ...parent, query, scope, level, place: 'child' });
}

/** Gives the scope of the inner query; null when there is no such object. */
function checkSemiJoin(query: SoqlQuery, outer: CheckContext): QueryScope | null {
  const scope = knownScopeOf(query, outer.scope.schema, outer.isOfApi);
  if (isProblem(scope)) {
    outer.report(scope);
    return null;
  }
  checkParts({ ...outer, query, scope, place: 'semiJoin' });
  return scope;
}

/** Whose rows a query looks at. */
const SCOPES: ReadonlySet<string> = new Set(['everything', 'mine']);

function checkClauses({ query, scope, report, place }: CheckContext): void {
  const filter = query.scope?.toLowerCase();
  if (filter !== undefined && !SCOPES.has(filter))
    report(unsupported(`USING SCOPE ${query.scope}`, query.span));
  if (filter === 'mine' && !scope.object.fields.has('ownerid')) {
    const message = `The scope mine needs an owner, ${scope.object.name} has none.`;
    report({ code: 'soql/scope', span: query.span, message });
  }
  if (query.otherWith) report(unsupported(`WITH ${query.otherWith}`, query.span));
  if (place !== 'query' && query.allRows) {
    report({ code: 'soql/all-rows', span: query.span, message: 'ALL ROWS belongs to the outer query.' });
  }
}
