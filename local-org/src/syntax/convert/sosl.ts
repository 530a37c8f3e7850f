import { SoslLiteralContext } from '@apexdevtools/apex-parser';
import type {
  FieldListContext,
  FieldSpecContext,
  FieldSpecListContext,
  SoslIdContext,
  SoslLiteralAltContext,
} from '@apexdevtools/apex-parser';
import type { Identifier } from '../ast.ts';
import type { FieldPath, SoqlValue, SoslQuery } from '../soql.ts';
import type { Source } from '../source.ts';
import type { QueryBinds } from './soql.ts';
import { buildLogical } from './soql-conditions.ts';
import { buildFunction } from './soql-fields.ts';
import { buildOrder } from './soql-order.ts';
import { buildBind, buildCount } from './soql-values.ts';
import { buildIdentifier } from './types.ts';

type Returning = SoslQuery['returning'][number];
type ReturningField = Returning['fields'][number];

export function buildSearch(ctx: SoslLiteralContext | SoslLiteralAltContext, binds: QueryBinds): SoslQuery {
  const { source } = binds;
  const search = buildText(ctx, binds);
  const clauses = ctx.soslClauses();
  const group = clauses.searchGroup();
  const objects = clauses.fieldSpecList();
  const returning = objects ? specsOf(objects).map((spec) => buildReturning(spec, binds)) : [];
  const withs = clauses.soslWithClause_list().map((clause) => source.slice(source.span(clause)));
  const updates = clauses.updateList();
  if (updates) withs.push(`UPDATE ${source.slice(source.span(updates))}`);
  return {
    search,
    in: group ? group.start.text.toUpperCase() : null,
    returning,
    limit: buildCount(clauses.limitClause(), binds),
    with: withs,
    span: source.span(ctx),
  };
}

/** What is searched for. The escapes of SOSL's own operators stay: they mean something to the search. */
function buildText(ctx: SoslLiteralContext | SoslLiteralAltContext, binds: QueryBinds): SoqlValue {
  const { source } = binds;
  const bind = ctx instanceof SoslLiteralContext ? ctx.boundExpression() : null;
  if (bind) return buildBind(bind, binds);
  const quoted = ctx instanceof SoslLiteralContext;
  const span = source.token((quoted ? ctx.FindLiteral() : ctx.FindLiteralAlt()).symbol);
  const written = source.slice(span);
  const inside = written.slice(written.indexOf(quoted ? "'" : '{') + 1, -1);
  return { kind: 'string', value: quoted ? inside.replaceAll("\\'", "'") : inside, span };
}

function specsOf(ctx: FieldSpecListContext): FieldSpecContext[] {
  return [ctx.fieldSpec(), ...ctx.fieldSpecList_list().flatMap(specsOf)];
}

function buildReturning(ctx: FieldSpecContext, binds: QueryBinds): Returning {
  const { source } = binds;
  const [object, listView] = ctx.soslId_list();
  if (listView) refuse('USING LISTVIEW', source, ctx);
  return {
    object: buildWhole(object!, source),
    fields: ctx.fieldList() ? buildFields(ctx.fieldList(), binds) : [],
    where: ctx.logicalExpression() ? buildLogical(ctx.logicalExpression(), binds) : null,
    orderBy: buildOrder(ctx.fieldOrderList(), binds),
    limit: buildCount(ctx.limitClause(), binds),
    offset: buildCount(ctx.offsetClause(), binds),
  };
}

function buildFields(ctx: FieldListContext, binds: QueryBinds): ReturningField[] {
  const own = ctx.LPAREN() ? buildCall(ctx, binds) : buildField(ctx.soslId(0), binds.source);
  return [own, ...ctx.fieldList_list().flatMap((rest) => buildFields(rest, binds))];
}

function buildField(ctx: SoslIdContext, source: Source): ReturningField {
  return { kind: 'field', field: buildPath(ctx, source), alias: null };
}

/** `toLabel(Status) status`, `FORMAT(convertCurrency(Amount))`. */
function buildCall(ctx: FieldListContext, binds: QueryBinds): ReturningField {
  const { source } = binds;
  const inner = ctx.soqlFunction();
  const ids = ctx.soslId_list();
  const alias = ids[inner ? 0 : 1];
  const argument = inner
    ? ({ kind: 'function', call: buildFunction(inner, binds) } as const)
    : ({ kind: 'field', field: buildPath(ids[0]!, source) } as const);
  const call = { name: ctx.start.text.toUpperCase(), arguments: [argument], span: source.span(ctx) };
  return { kind: 'function', call, alias: alias ? buildWhole(alias, source) : null };
}

function buildPath(ctx: SoslIdContext, source: Source): FieldPath {
  return { parts: partsOf(ctx, source), span: source.span(ctx) };
}

function partsOf(ctx: SoslIdContext, source: Source): Identifier[] {
  return [buildIdentifier(ctx.id(), source), ...ctx.soslId_list().flatMap((rest) => partsOf(rest, source))];
}

function buildWhole(ctx: SoslIdContext, source: Source): Identifier {
  const span = source.span(ctx);
  return { text: source.slice(span), span };
}

function refuse(what: string, source: Source, ctx: FieldSpecContext): void {
  source.report('unsupported/sosl', `The local org does not support ${what} of SOSL yet.`, source.span(ctx));
}
