import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
} from '@apexdevtools/apex-parser';
import type { PrimaryContext } from '@apexdevtools/apex-parser';
import type { Expression, Name, This } from '../ast.ts';
import type { Source } from '../source.ts';
import { Dispatch } from './dispatch.ts';
import { buildLiteral } from './literals.ts';
import { buildQuery, QueryBinds } from './soql.ts';
import { buildSearch } from './sosl.ts';
import { buildIdentifier, buildType } from './types.ts';

const primaries = new Dispatch<[Source], Expression>()
  .on(ThisPrimaryContext, buildThis)
  .on(SuperPrimaryContext, (ctx, source) => ({ kind: 'super', span: source.span(ctx) }))
  .on(LiteralPrimaryContext, (ctx, source) => buildLiteral(ctx.literal(), source))
  .on(IdPrimaryContext, (ctx, source) => buildName(ctx, source))
  .on(TypeRefPrimaryContext, (ctx, source) => ({
    kind: 'classLiteral',
    type: buildType(ctx.typeRef(), source),
    span: source.span(ctx),
  }))
  .on(VoidPrimaryContext, (ctx, source) => {
    const name = buildIdentifier(ctx, source);
    const parts = [{ name, arguments: [] }];
    return {
      kind: 'classLiteral',
      type: { kind: 'type', parts, arrays: 0, span: name.span },
      span: source.span(ctx),
    };
  })
  .on(SoqlPrimaryContext, (ctx, source) => ({
    kind: 'soql',
    query: buildQuery(ctx.soqlLiteral().query(), new QueryBinds(source)),
    span: source.span(ctx),
  }))
  .on(SoslPrimaryContext, (ctx, source) => ({
    kind: 'sosl',
    query: buildSearch(ctx.soslLiteral(), new QueryBinds(source)),
    span: source.span(ctx),
  }));

export function buildPrimary(ctx: PrimaryContext, source: Source): Expression {
  return primaries.build(ctx, source);
}

/** A name that `tokens.ts` made sure is read as an expression comes as a `this` with another text. */
function buildThis(ctx: ThisPrimaryContext, source: Source): This | Name {
  const isThis = ctx.start.text.toLowerCase() === 'this';
  return isThis ? { kind: 'this', span: source.span(ctx) } : buildName(ctx, source);
}

function buildName(ctx: PrimaryContext, source: Source): Name {
  const name = buildIdentifier(ctx, source);
  return { kind: 'name', name, span: name.span };
}
