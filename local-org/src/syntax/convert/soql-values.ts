import type {
  ApexTerminalNode,
  BoundExpressionContext,
  DateFormulaContext,
  LimitClauseContext,
  OffsetClauseContext,
  SignedNumberContext,
  ValueContext,
} from '@apexdevtools/apex-parser';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { SoqlValue } from '../soql.ts';
import type { Source } from '../source.ts';
import { buildExpression } from './expressions.ts';
import { stringValue } from './literals.ts';
import { buildQuery } from './soql.ts';
import type { QueryBinds } from './soql.ts';

export function buildValue(ctx: ValueContext, binds: QueryBinds): SoqlValue {
  const { source } = binds;
  const span = source.span(ctx);
  const bind = ctx.boundExpression();
  if (bind) return buildBind(bind, binds);
  const text = ctx.StringLiteral() ?? ctx.MultilineStringLiteral();
  if (text) return buildString(text, source);
  if (ctx.signedNumber()) return buildSignedNumber(ctx.signedNumber(), source);
  if (ctx.dateFormula()) return buildDateLiteral(ctx.dateFormula(), span);
  if (ctx.IntegralCurrencyLiteral()) return buildCurrency(source.slice(span), span);
  if (ctx.subQuery()) return { kind: 'subquery', query: buildQuery(ctx.subQuery(), binds), span };
  const list = ctx.valueList();
  if (list) return { kind: 'list', values: list.value_list().map((value) => buildValue(value, binds)), span };
  return buildWord(ctx, source.slice(span), span);
}

function buildWord(ctx: ValueContext, value: string, span: Span): SoqlValue {
  if (ctx.NULL()) return { kind: 'null', span };
  if (ctx.BooleanLiteral()) return { kind: 'boolean', value: value.toLowerCase() === 'true', span };
  if (ctx.DateTimeLiteral()) return { kind: 'datetime', value, span };
  return ctx.DateLiteral() ? { kind: 'date', value, span } : { kind: 'time', value, span };
}

export function buildString(node: ApexTerminalNode, source: Source): SoqlValue {
  return { kind: 'string', value: stringValue(node.symbol, source), span: source.token(node.symbol) };
}

export function buildSignedNumber(ctx: SignedNumberContext, source: Source): SoqlValue {
  const span = source.span(ctx);
  const value = source.slice(span).replaceAll(/\s/g, '');
  if (/d$/i.test(value)) source.report('soql/number', `Illegal number in a query: ${value}.`, span);
  return { kind: 'number', value, span };
}

export function buildBind(ctx: BoundExpressionContext, binds: QueryBinds): SoqlValue {
  const index = binds.next();
  return {
    kind: 'bind',
    index,
    expression: buildExpression(ctx.expression(), binds.source),
    span: binds.source.span(ctx),
  };
}

/** The number of LIMIT or OFFSET. */
export function buildCount(
  ctx: LimitClauseContext | OffsetClauseContext | null,
  binds: QueryBinds,
): SoqlValue | null {
  if (!ctx) return null;
  const bind = ctx.boundExpression();
  if (bind) return buildBind(bind, binds);
  const { symbol } = ctx.IntegerLiteral();
  return { kind: 'number', value: symbol.text, span: binds.source.token(symbol) };
}

function buildDateLiteral(ctx: DateFormulaContext, span: Span): SoqlValue {
  const count = ctx.signedInteger();
  return {
    kind: 'dateLiteral',
    name: ctx.start.text.toUpperCase(),
    count: count ? Number(count.getText()) : null,
    span,
  };
}

function buildCurrency(text: string, span: Span): SoqlValue {
  return { kind: 'currency', code: text.slice(0, 3).toUpperCase(), value: text.slice(3), span };
}
