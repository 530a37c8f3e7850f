import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import type { RecordRights } from '../data/access.ts';
import { quoted } from '../data/columns.ts';
import { isAggregateQuery, isCountQuery } from './check.ts';
import { compileAggregate } from './compile-aggregate.ts';
import { compileRecords, type CompileChild } from './compile-records.ts';
import { conditionSql } from './conditions.ts';
import type { BindShape, StatementContext, TextMode } from './expressions.ts';
import { joined, parameter, raw, sql, type Fragment } from './fragment.ts';
import { orderSql } from './order.ts';
import { limitParameter, offsetParameter, pagingSql } from './paging.ts';
import type { ChildPlan, QueryPlan, RecordsPlan, Statement } from './plan.ts';
import { childRelationshipOf, childScopeOf, isProblem, scopeOf, type QueryScope } from './scope.ts';
import { Sources } from './sources.ts';

/**
 * Compiles a query that `checkQuery` found nothing wrong with. `shapes` are those of its binds by index; `records` says
 * which rows the user sees, null: every one; `texts` how texts are compared, those of binds and those of the query.
 */
export function compileQuery(
  query: SoqlQuery,
  schema: OrgSchema,
  shapes: readonly BindShape[],
  records: RecordRights | null = null,
  texts: TextMode = 'plain',
): QueryPlan {
  const scope = scopeOf(query, schema);
  if (isProblem(scope)) throw new Error(scope.message);
  const context = contextOf(scope, { shapes, includesDeleted: query.allRows, records, texts });
  if (isCountQuery(query))
    return { kind: 'count', object: scope.object, statement: countStatement(query, context) };
  if (isAggregateQuery(query)) return compileAggregate(query, context, whereOf(query, context));
  return recordsPlan(query, context, null);
}

function contextOf(
  scope: QueryScope,
  shared: Pick<StatementContext, 'shapes' | 'includesDeleted' | 'records' | 'texts'>,
): StatementContext {
  const { shapes, includesDeleted, records, texts } = shared;
  const tables = new Set<ObjectModel>();
  const sources = new Sources(scope.schema, scope.object, 'q', includesDeleted, tables, records);
  return {
    schema: scope.schema,
    scope,
    sources,
    shapes,
    includesDeleted,
    records,
    texts,
    tables,
    subtotalOver: null,
  };
}

function countStatement(query: SoqlQuery, context: StatementContext): Statement {
  const where = whereOf(query, context);
  const rows = sql`SELECT 1 FROM ${context.sources.from}${where}${pagingSql(query)}`;
  const { text, parameters } = sql`SELECT COUNT(*) FROM (${rows})`;
  return { text, parameters, tables: [...context.tables] };
}

/** ` WHERE ...` or nothing. Compiled before the FROM clause is read: it may add joins. */
function whereOf(query: SoqlQuery, context: StatementContext, ...more: readonly Fragment[]): Fragment {
  const conditions = [...more];
  if (query.where) conditions.push(conditionSql(query.where, context));
  if (query.scope?.toLowerCase() === 'mine')
    conditions.push(sql`"q"."OwnerId" = ${parameter(({ userId }) => userId)}`);
  conditions.push(...context.sources.conditions);
  return conditions.length > 0 ? sql` WHERE ${joined(conditions, ' AND ')}` : raw('');
}

/** `reference`: in a sub-query the child's field that names its parent. */
function recordsPlan(query: SoqlQuery, context: StatementContext, reference: string | null): RecordsPlan {
  const compileChild: CompileChild = (child) => childPlan(child, context);
  const { columns, record, children } = compileRecords(query, context, compileChild);
  const conditions: Fragment[] = [];
  if (reference) {
    const column = `${quoted('q')}.${quoted(reference)}`;
    columns.add(raw(column));
    conditions.push(
      sql`${column} IN (SELECT value FROM json_each(${parameter(({ parentIds }) => parentIds)}))`,
    );
  }
  const where = whereOf(query, context, ...conditions);
  const order = orderSql(query, context, [raw('"q"."Id"')]);
  const paging = reference ? raw('') : pagingSql(query);
  const { text, parameters } =
    sql`SELECT ${columns.sql} FROM ${context.sources.from}${where}${order}${paging}`;
  const statement = { text, parameters, tables: [...context.tables] };
  return { kind: 'records', object: context.scope.object, statement, record, children };
}

function childPlan(query: SoqlQuery, parent: StatementContext): ChildPlan {
  const relationship = childRelationshipOf(query, parent.scope);
  const scope = childScopeOf(query, parent.scope);
  if (isProblem(relationship) || isProblem(scope))
    throw new Error('A sub-query was compiled that was not checked.');
  const context = contextOf(scope, parent);
  const field = scope.object.fields.get(relationship.field.toLowerCase());
  if (!field) throw new Error(`${scope.object.name} has no field ${relationship.field}.`);
  const plan = recordsPlan(query, context, field.name);
  return {
    relationship: relationship.name.toLowerCase(),
    plan,
    limit: limitParameter(query),
    offset: offsetParameter(query),
  };
}
