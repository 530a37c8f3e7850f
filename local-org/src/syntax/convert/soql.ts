import { QueryContext } from '@apexdevtools/apex-parser';
import type {
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  SelectEntryContext,
  SoqlIdContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import type { Identifier } from '../ast.ts';
import type { FromItem, GroupBy, SelectItem, SoqlQuery, TypeOf } from '../soql.ts';
import type { Source } from '../source.ts';
import { buildLogical } from './soql-conditions.ts';
import { buildFieldOrFunction, buildFunction, buildPath } from './soql-fields.ts';
import { buildOrder } from './soql-order.ts';
import { buildCount } from './soql-values.ts';
import { buildIdentifier } from './types.ts';

/** Numbers the binds of one query, its sub-queries included, in source order. */
export class QueryBinds {
  readonly source: Source;
  #next = 0;

  constructor(source: Source) {
    this.source = source;
  }

  next(): number {
    return this.#next++;
  }
}

const CLAUSES: ReadonlySet<string> = new Set([
  'using',
  'where',
  'with',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'all',
  'for',
  'update',
  'and',
  'or',
]);

type With = Pick<SoqlQuery, 'access' | 'accessSpan' | 'otherWith'>;

/** The parts are built in the order in which they are written, so that binds are numbered right. */
export function buildQuery(ctx: QueryContext | SubQueryContext, binds: QueryBinds): SoqlQuery {
  const { source } = binds;
  const whole = ctx instanceof QueryContext ? ctx : null;
  const select = buildSelect(ctx, binds);
  const from = buildFrom(ctx.fromNameList(), source);
  const scope = whole?.usingScope();
  const where = ctx.whereClause();
  const condition = where ? buildLogical(where.whereLogicalExpression(), binds) : null;
  const access = buildWith(whole?.withClause() ?? null, source);
  const group = whole?.groupByClause();
  const groupBy = group ? buildGroupBy(group, binds) : null;
  const having = group?.HAVING() ? buildLogical(group.logicalExpression(), binds) : null;
  const updates = ctx.updateList();
  return {
    select,
    from,
    scope: scope ? buildIdentifier(scope.soqlId(), source).text : null,
    where: condition,
    ...access,
    otherWith: access.otherWith ?? (updates ? `UPDATE ${source.slice(source.span(updates))}` : null),
    groupBy,
    having,
    orderBy: buildOrder(ctx.orderByClause()?.fieldOrderList() ?? null, binds),
    limit: buildCount(ctx.limitClause(), binds),
    offset: buildCount(whole?.offsetClause() ?? null, binds),
    allRows: Boolean(whole?.allRowsClause()),
    forClauses: buildForClauses(ctx.forClauses()),
    span: source.span(ctx),
  };
}

function buildSelect(ctx: QueryContext | SubQueryContext, binds: QueryBinds): SelectItem[] {
  const entries =
    ctx instanceof QueryContext
      ? ctx.selectList().selectEntry_list()
      : ctx.subFieldList().subFieldEntry_list();
  return entries.map((entry) => buildSelectItem(entry, binds));
}

function buildSelectItem(ctx: SelectEntryContext | SubFieldEntryContext, binds: QueryBinds): SelectItem {
  const { source } = binds;
  const alias = ctx.soqlId() ? buildIdentifier(ctx.soqlId(), source) : null;
  if (ctx.fieldName()) return { kind: 'field', field: buildPath(ctx.fieldName(), source), alias };
  if (ctx.soqlFunction()) return { kind: 'function', call: buildFunction(ctx.soqlFunction(), binds), alias };
  if (ctx.typeOf()) return { kind: 'typeof', typeOf: buildTypeOf(ctx.typeOf(), source) };
  if (alias) source.report('soql/alias', 'A sub-query in SELECT cannot have an alias.', alias.span);
  return { kind: 'subquery', query: buildQuery(ctx.subQuery(), binds) };
}

function buildTypeOf(ctx: TypeOfContext, source: Source): TypeOf {
  const otherwise = ctx.elseClause();
  return {
    field: buildPath(ctx.fieldName(), source),
    cases: ctx.whenClause_list().map((when) => ({
      object: buildIdentifier(when.fieldName(), source),
      fields: when
        .fieldNameList()
        .fieldName_list()
        .map((field) => buildPath(field, source)),
    })),
    otherwise: otherwise
      ? otherwise
          .fieldNameList()
          .fieldName_list()
          .map((field) => buildPath(field, source))
      : null,
    span: source.span(ctx),
  };
}

/** An alias belongs to the path before it; the context alone keeps which has one. */
function buildFrom(ctx: FromNameListContext, source: Source): FromItem[] {
  const aliases = ctx.soqlId_list();
  const paths = ctx.fieldName_list();
  return paths.map((path, index) => {
    const next = paths[index + 1];
    const alias = aliases.find(
      (id) => id.start.start > path.start.start && (!next || id.start.start < next.start.start),
    );
    return {
      path: buildPath(path, source).parts,
      alias: alias ? buildAlias(alias, source) : null,
    };
  });
}

/** A clause that stops after its keyword is read as an alias by the grammar. */
function buildAlias(ctx: SoqlIdContext, source: Source): Identifier {
  const alias = buildIdentifier(ctx, source);
  if (CLAUSES.has(alias.text.toLowerCase())) {
    source.report('syntax/unexpected', `Unexpected '${alias.text}': the clause is not complete.`, alias.span);
  }
  return alias;
}

function buildWith(ctx: WithClauseContext | null, source: Source): With {
  if (!ctx) return { access: null, accessSpan: null, otherWith: null };
  const span = source.span(ctx);
  const mode = accessOf(ctx);
  if (mode) return { access: mode, accessSpan: span, otherWith: null };
  return { access: null, accessSpan: null, otherWith: source.slice(span) };
}

function accessOf(ctx: WithClauseContext): SoqlQuery['access'] {
  if (ctx.USER_MODE()) return 'user';
  if (ctx.SYSTEM_MODE()) return 'system';
  return ctx.SECURITY_ENFORCED() ? 'securityEnforced' : null;
}

function buildGroupBy(ctx: GroupByClauseContext, binds: QueryBinds): GroupBy {
  const items = ctx.fieldGroupByList().fieldGroupBy_list();
  return {
    kind: ctx.ROLLUP() ? 'rollup' : ctx.CUBE() ? 'cube' : 'plain',
    items: items.map((item) => buildFieldOrFunction(item, binds)),
  };
}

function buildForClauses(ctx: ForClausesContext): string[] {
  const words = (ctx.children ?? []).map((child) => child.getText().toLowerCase());
  return words.filter((word) => word !== 'for');
}
