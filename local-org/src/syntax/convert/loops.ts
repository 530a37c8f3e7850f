import type {
  EnhancedForControlContext,
  ForControlContext,
  ForInitContext,
  ForStatementContext,
} from '@apexdevtools/apex-parser';
import type { Expression, For, ForEach } from '../ast.ts';
import type { Source } from '../source.ts';
import { buildExpression } from './expressions.ts';
import { buildLocalVariables, buildStatement } from './statements.ts';
import { buildDeclaredName, buildType } from './types.ts';

type Tail = Pick<For, 'body' | 'span'>;

export function buildFor(ctx: ForStatementContext, source: Source): For | ForEach {
  const body = ctx.statement() ? buildStatement(ctx.statement(), source) : null;
  const tail = { body, span: source.span(ctx) };
  const control = ctx.forControl();
  const each = control.enhancedForControl();
  return each ? buildForEach(each, tail, source) : buildCounted(control, tail, source);
}

function buildForEach(ctx: EnhancedForControlContext, tail: Tail, source: Source): ForEach {
  return {
    kind: 'forEach',
    type: buildType(ctx.typeRef(), source),
    name: buildDeclaredName(ctx.id(), source),
    over: buildExpression(ctx.expression(), source),
    ...tail,
  };
}

function buildCounted(ctx: ForControlContext, tail: Tail, source: Source): For {
  const update = ctx.forUpdate()?.expressionList().expression_list() ?? [];
  const second = update[1];
  if (second) source.report('syntax/for', 'A for loop has one update only.', source.span(second));
  return {
    kind: 'for',
    initial: buildInitial(ctx.forInit(), source),
    condition: ctx.expression() ? buildExpression(ctx.expression(), source) : null,
    update: update.map((expression) => buildExpression(expression, source)),
    ...tail,
  };
}

function buildInitial(ctx: ForInitContext | null, source: Source): For['initial'] {
  if (!ctx) return [];
  const variables = ctx.localVariableDeclaration();
  if (variables) return buildLocalVariables(variables, source);
  return ctx
    .expressionList()
    .expression_list()
    .map((expression): Expression => buildExpression(expression, source));
}
