import type {
  AccessLevelContext,
  ApexParserRuleContext,
  DeleteStatementContext,
  ExpressionContext,
  InsertStatementContext,
  MergeStatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import type { Dml } from '../ast.ts';
import type { Source } from '../source.ts';
import { buildExpression } from './expressions.ts';
import { buildNameChain } from './types.ts';

interface OneRecordDml extends ApexParserRuleContext {
  accessLevel(): AccessLevelContext;
  expression(): ExpressionContext;
}

export function buildInsert(ctx: InsertStatementContext, source: Source): Dml {
  return buildOne('insert', ctx, source);
}

export function buildUpdate(ctx: UpdateStatementContext, source: Source): Dml {
  return buildOne('update', ctx, source);
}

export function buildDelete(ctx: DeleteStatementContext, source: Source): Dml {
  return buildOne('delete', ctx, source);
}

export function buildUndelete(ctx: UndeleteStatementContext, source: Source): Dml {
  return buildOne('undelete', ctx, source);
}

export function buildUpsert(ctx: UpsertStatementContext, source: Source): Dml {
  const key = ctx.qualifiedName();
  return { ...buildOne('upsert', ctx, source), second: key ? buildNameChain(key, source) : null };
}

export function buildMerge(ctx: MergeStatementContext, source: Source): Dml {
  return {
    kind: 'dml',
    operation: 'merge',
    access: buildAccess(ctx.accessLevel()),
    value: buildExpression(ctx.expression(0), source),
    second: buildExpression(ctx.expression(1), source),
    span: source.span(ctx),
  };
}

function buildOne(operation: Dml['operation'], ctx: OneRecordDml, source: Source): Dml {
  return {
    kind: 'dml',
    operation,
    access: buildAccess(ctx.accessLevel()),
    value: buildExpression(ctx.expression(), source),
    second: null,
    span: source.span(ctx),
  };
}

function buildAccess(ctx: AccessLevelContext | null): Dml['access'] {
  if (!ctx) return null;
  return ctx.USER() ? 'user' : 'system';
}
