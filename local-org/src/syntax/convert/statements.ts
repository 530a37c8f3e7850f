import {
  BlockContext,
  BreakStatementContext,
  ContinueStatementContext,
  DeleteStatementContext,
  DoWhileStatementContext,
  ExpressionStatementContext,
  ForStatementContext,
  IfStatementContext,
  InsertStatementContext,
  LocalVariableDeclarationStatementContext,
  MergeStatementContext,
  ReturnStatementContext,
  RunAsStatementContext,
  SwitchStatementContext,
  ThrowStatementContext,
  TryStatementContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  WhileStatementContext,
} from '@apexdevtools/apex-parser';
import type { LocalVariableDeclarationContext, StatementContext } from '@apexdevtools/apex-parser';
import type { Block, LocalVariables, RunAs, Statement, Try } from '../ast.ts';
import type { Source } from '../source.ts';
import { Dispatch } from './dispatch.ts';
import { buildDelete, buildInsert, buildMerge, buildUndelete, buildUpdate, buildUpsert } from './dml.ts';
import { buildExpression } from './expressions.ts';
import { buildFor } from './loops.ts';
import { buildModifiers } from './modifiers.ts';
import { buildSwitch } from './switch.ts';
import { buildDeclaredName, buildNamedType, buildType } from './types.ts';

const statements = new Dispatch<[Source], Statement>()
  .on(BlockContext, buildBlock)
  .on(LocalVariableDeclarationStatementContext, (ctx, source) => ({
    ...buildLocalVariables(ctx.localVariableDeclaration(), source),
    span: source.span(ctx),
  }))
  .on(ExpressionStatementContext, (ctx, source) => ({
    kind: 'expression',
    expression: buildExpression(ctx.expression(), source),
    span: source.span(ctx),
  }))
  .on(IfStatementContext, (ctx, source) => ({
    kind: 'if',
    condition: buildExpression(ctx.parExpression().expression(), source),
    then: buildStatement(ctx.statement(0), source),
    otherwise: ctx.ELSE() ? buildStatement(ctx.statement(1), source) : null,
    span: source.span(ctx),
  }))
  .on(WhileStatementContext, (ctx, source) => ({
    kind: 'while',
    condition: buildExpression(ctx.parExpression().expression(), source),
    body: ctx.statement() ? buildStatement(ctx.statement(), source) : emptyBlock(ctx, source),
    span: source.span(ctx),
  }))
  .on(DoWhileStatementContext, (ctx, source) => ({
    kind: 'doWhile',
    body: buildBlock(ctx.block(), source),
    condition: buildExpression(ctx.parExpression().expression(), source),
    span: source.span(ctx),
  }))
  .on(ForStatementContext, buildFor)
  .on(SwitchStatementContext, buildSwitch)
  .on(TryStatementContext, buildTry)
  .on(RunAsStatementContext, buildRunAs)
  .on(ReturnStatementContext, (ctx, source) => ({
    kind: 'return',
    value: ctx.expression() ? buildExpression(ctx.expression(), source) : null,
    span: source.span(ctx),
  }))
  .on(ThrowStatementContext, (ctx, source) => ({
    kind: 'throw',
    value: buildExpression(ctx.expression(), source),
    span: source.span(ctx),
  }))
  .on(BreakStatementContext, (ctx, source) => ({ kind: 'break', span: source.span(ctx) }))
  .on(ContinueStatementContext, (ctx, source) => ({ kind: 'continue', span: source.span(ctx) }))
  .on(InsertStatementContext, buildInsert)
  .on(UpdateStatementContext, buildUpdate)
  .on(DeleteStatementContext, buildDelete)
  .on(UndeleteStatementContext, buildUndelete)
  .on(UpsertStatementContext, buildUpsert)
  .on(MergeStatementContext, buildMerge);

export function buildStatement(ctx: StatementContext, source: Source): Statement {
  return statements.build(ctx.getChild(0), source);
}

export function buildBlock(ctx: BlockContext, source: Source): Block {
  return {
    kind: 'block',
    statements: ctx.statement_list().map((statement) => buildStatement(statement, source)),
    span: source.span(ctx),
  };
}

export function buildLocalVariables(ctx: LocalVariableDeclarationContext, source: Source): LocalVariables {
  return {
    kind: 'local',
    type: buildType(ctx.typeRef(), source),
    modifiers: buildModifiers(ctx.modifier_list(), source),
    variables: ctx
      .variableDeclarators()
      .variableDeclarator_list()
      .map((declarator) => ({
        name: buildDeclaredName(declarator.id(), source),
        initializer: declarator.expression() ? buildExpression(declarator.expression(), source) : null,
      })),
    span: source.span(ctx),
  };
}

/** The body of `while (...);`: a block of nothing where the semicolon stands. */
function emptyBlock(ctx: WhileStatementContext, source: Source): Block {
  return { kind: 'block', statements: [], span: source.token(ctx.SEMI().symbol) };
}

function buildTry(ctx: TryStatementContext, source: Source): Try {
  const last = ctx.finallyBlock();
  return {
    kind: 'try',
    body: buildBlock(ctx.block(), source),
    catches: ctx.catchClause_list().map((clause) => ({
      type: buildNamedType(clause.qualifiedName(), source),
      name: buildDeclaredName(clause.id(), source),
      body: buildBlock(clause.block(), source),
      span: source.span(clause),
    })),
    finallyBody: last ? buildBlock(last.block(), source) : null,
    span: source.span(ctx),
  };
}

function buildRunAs(ctx: RunAsStatementContext, source: Source): RunAs | Block {
  const span = source.span(ctx);
  const [user, ...more] = ctx.expressionList()?.expression_list() ?? [];
  const body = buildBlock(ctx.block(), source);
  if (!user || more.length > 0) {
    source.report('syntax/run-as', 'System.runAs takes exactly one argument, the user.', span);
    return body;
  }
  return { kind: 'runAs', user: buildExpression(user, source), body, span };
}
