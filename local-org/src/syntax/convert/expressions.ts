import {
  ArrayExpressionContext,
  AssignExpressionContext,
  CastExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  ExpressionContext,
  InstanceOfExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ApexTerminalNode, ExpressionListContext, MethodCallContext } from '@apexdevtools/apex-parser';
import type { Assignment, Binary, Call, Expression, MemberAccess, Unary } from '../ast.ts';
import { between } from '../source.ts';
import type { Source } from '../source.ts';
import { buildNew } from './creation.ts';
import { Dispatch } from './dispatch.ts';
import { buildPrimary } from './primary.ts';
import { buildIdentifier, buildType } from './types.ts';

/** Expressions that begin with something else than an expression. */
const leading = new Dispatch<[Source], Expression>()
  .on(PrimaryExpressionContext, (ctx, source) => buildPrimary(ctx.primary(), source))
  .on(MethodCallExpressionContext, (ctx, source) => buildCall(ctx.methodCall(), source))
  .on(NewExpressionContext, (ctx, source) => buildNew(ctx, source))
  .on(CastExpressionContext, (ctx, source) => ({
    kind: 'cast',
    type: buildType(ctx.typeRef(), source),
    value: buildExpression(ctx.expression(), source),
    span: source.span(ctx),
  }))
  .on(SubExpressionContext, (ctx, source) => ({
    kind: 'parenthesised',
    expression: buildExpression(ctx.expression(), source),
    span: source.span(ctx),
  }))
  .on(PreOpExpressionContext, buildPrefix)
  .on(NegExpressionContext, buildPrefix);

/** Expressions that begin with an expression, which is given. What is not here is a binary operation. */
const continuing = new Dispatch<[Expression, Source], Expression>()
  .on(DotExpressionContext, buildDot)
  .on(ArrayExpressionContext, (ctx, target, source) => ({
    kind: 'index',
    target,
    index: buildExpression(ctx.expression(1), source),
    span: source.span(ctx),
  }))
  .on(PostOpExpressionContext, (ctx, operand, source) => ({
    kind: 'unary',
    operator: ctx.INC() ? '++' : '--',
    postfix: true,
    operand,
    span: source.span(ctx),
  }))
  .on(InstanceOfExpressionContext, (ctx, value, source) => ({
    kind: 'instanceOf',
    value,
    type: buildType(ctx.typeRef(), source),
    span: source.span(ctx),
  }))
  .on(CondExpressionContext, (ctx, condition, source) => ({
    kind: 'conditional',
    condition,
    then: buildExpression(ctx.expression(1), source),
    otherwise: buildExpression(ctx.expression(2), source),
    span: source.span(ctx),
  }))
  .on(AssignExpressionContext, (ctx, target, source) => ({
    kind: 'assignment',
    operator: ctx.getChild(1).getText() as Assignment['operator'],
    target,
    value: buildExpression(ctx.expression(1), source),
    span: source.span(ctx),
  }));

/** Goes down the left side in a loop: a sum of thousands of texts is a tree that is thousands deep there. */
export function buildExpression(ctx: ExpressionContext, source: Source): Expression {
  const pending: ExpressionContext[] = [];
  let first = ctx;
  for (let left = leftOf(first); left !== null; left = leftOf(first)) {
    pending.push(first);
    first = left;
  }
  let result = leading.build(first, source);
  for (const next of pending.reverse()) {
    result = continuing.find(next)
      ? continuing.build(next, result, source)
      : buildBinary(next, result, source);
  }
  return result;
}

export function buildExpressions(ctx: ExpressionListContext | null, source: Source): Expression[] {
  return ctx ? ctx.expression_list().map((expression) => buildExpression(expression, source)) : [];
}

function leftOf(ctx: ExpressionContext): ExpressionContext | null {
  const first = ctx.getChild(0);
  return first instanceof ExpressionContext ? first : null;
}

function buildBinary(ctx: ExpressionContext, left: Expression, source: Source): Binary {
  const children = (ctx.children ?? []) as (ExpressionContext | ApexTerminalNode)[];
  const words = children.slice(1, -1) as ApexTerminalNode[];
  const spans = words.map((word) => source.token(word.symbol));
  return {
    kind: 'binary',
    operator: words.map((word) => word.symbol.text).join('') as Binary['operator'],
    left,
    right: buildExpression(children.at(-1) as ExpressionContext, source),
    span: source.span(ctx),
    operatorSpan: between(spans[0]!, spans.at(-1)!),
  };
}

function buildPrefix(ctx: PreOpExpressionContext | NegExpressionContext, source: Source): Unary {
  const operator = ctx.start.text as Unary['operator'];
  const operand = buildExpression(ctx.expression(), source);
  return { kind: 'unary', operator, postfix: false, operand, span: source.span(ctx) };
}

function buildCall(ctx: MethodCallContext, source: Source): Call {
  const first = source.token(ctx.start);
  const target = ctx.THIS()
    ? ({ kind: 'this', span: first } as const)
    : ctx.SUPER()
      ? ({ kind: 'super', span: first } as const)
      : null;
  return {
    kind: 'call',
    target,
    name: target ? null : buildIdentifier(ctx.id(), source),
    safe: false,
    arguments: buildExpressions(ctx.expressionList(), source),
    span: source.span(ctx),
  };
}

function buildDot(ctx: DotExpressionContext, target: Expression, source: Source): Call | MemberAccess {
  const safe = Boolean(ctx.QUESTIONDOT());
  const span = source.span(ctx);
  if (endsBeforeDot(target, source)) {
    const message = `${source.slice(target.span)} has no members unless it stands in parentheses.`;
    source.report('syntax/literal-member', message, target.span, `Write (${source.slice(target.span)}).`);
  }
  const call = ctx.dotMethodCall();
  if (!call) return { kind: 'member', target, name: buildIdentifier(ctx.anyId(), source), safe, span };
  const name = buildIdentifier(call.anyId(), source);
  return {
    kind: 'call',
    target,
    name,
    safe,
    arguments: buildExpressions(call.expressionList(), source),
    span,
  };
}

/** The point behind digits is a decimal point, and `true` before a point is a name: neither has members. */
function endsBeforeDot(target: Expression, source: Source): boolean {
  return target.kind === 'literal' && /^(\d+d?|true|false)$/i.test(source.slice(target.span));
}
