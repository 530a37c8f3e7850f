import type {
  SwitchStatementContext,
  WhenControlContext,
  WhenLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Expression, Switch, SwitchCase } from '../ast.ts';
import type { Source } from '../source.ts';
import { between } from '../source.ts';
import { buildExpression } from './expressions.ts';
import { buildNumber, stringValue } from './literals.ts';
import { buildBlock } from './statements.ts';
import { buildDeclaredName, buildNameChain, buildType } from './types.ts';

export function buildSwitch(ctx: SwitchStatementContext, source: Source): Switch {
  const whens = ctx.whenControl_list();
  const last = whens.at(-1);
  const otherwise = last?.whenValue().ELSE() ? last : null;
  const misplaced = whens.find((when) => when !== otherwise && when.whenValue().ELSE());
  if (misplaced) {
    const place = source.span(misplaced.whenValue());
    source.report('syntax/switch', 'The when else block must be the last block of the switch.', place);
  }
  return {
    kind: 'switch',
    value: buildExpression(ctx.expression(), source),
    cases: whens.filter((when) => !when.whenValue().ELSE()).map((when) => buildCase(when, source)),
    otherwise: otherwise ? buildBlock(otherwise.block(), source) : null,
    span: source.span(ctx),
  };
}

function buildCase(ctx: WhenControlContext, source: Source): SwitchCase {
  const value = ctx.whenValue();
  const type = value.typeRef();
  return {
    values: value.whenLiteral_list().map((literal) => buildWhenLiteral(literal, source)),
    typed: type ? { type: buildType(type, source), name: buildDeclaredName(value.id(), source) } : null,
    body: buildBlock(ctx.block(), source),
    span: source.span(ctx),
  };
}

function buildWhenLiteral(ctx: WhenLiteralContext, source: Source): Expression {
  const span = source.span(ctx);
  const inner = ctx.whenLiteral();
  if (inner) return { kind: 'parenthesised', expression: buildWhenLiteral(inner, source), span };
  if (ctx.qualifiedName()) return buildNameChain(ctx.qualifiedName(), source);
  if (ctx.NULL()) return { kind: 'literal', type: 'null', value: 'null', span };
  const text = ctx.StringLiteral() ?? ctx.MultilineStringLiteral();
  if (text) return { kind: 'literal', type: 'string', value: stringValue(text.symbol, source), span };
  return buildSigned(ctx, source);
}

function buildSigned(ctx: WhenLiteralContext, source: Source): Expression {
  const digits = (ctx.IntegerLiteral() ?? ctx.LongLiteral()).symbol;
  const signs = [...ctx.SUB_list(), ...ctx.ADD_list()]
    .map((sign) => sign.symbol)
    .sort((left, right) => right.start - left.start);
  const number = buildNumber(digits, source);
  return signs.reduce<Expression>((operand, sign) => {
    const span = between(source.token(sign), operand.span);
    return { kind: 'unary', operator: sign.text === '-' ? '-' : '+', postfix: false, operand, span };
  }, number);
}
