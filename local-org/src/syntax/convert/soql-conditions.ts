import { WhereFieldExpressionContext, WhereLogicalExpressionContext } from '@apexdevtools/apex-parser';
import type {
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  WhereConditionalExpressionContext,
} from '@apexdevtools/apex-parser';
import type { SoqlComparison, SoqlCondition } from '../soql.ts';
import type { QueryBinds } from './soql.ts';
import { buildFieldOrFunction } from './soql-fields.ts';
import { buildString, buildValue } from './soql-values.ts';

type Operator = SoqlComparison['operator'];

const OPERATORS: Readonly<Record<string, Operator>> = { '<>': '!=', notin: 'notIn' };

/** What follows WHERE, and what follows HAVING: the grammar has two families of contexts of one shape. */
export function buildLogical(
  ctx: WhereLogicalExpressionContext | LogicalExpressionContext,
  binds: QueryBinds,
): SoqlCondition {
  const operands =
    ctx instanceof WhereLogicalExpressionContext
      ? ctx.whereConditionalExpression_list()
      : ctx.conditionalExpression_list();
  const conditions = operands.map((operand) => buildConditional(operand, binds));
  const [first] = conditions as [SoqlCondition];
  if (ctx.NOT()) return { kind: 'not', condition: first };
  if (conditions.length === 1) return first;
  return { kind: ctx.SOQLAND_list().length > 0 ? 'and' : 'or', conditions };
}

function buildConditional(
  ctx: WhereConditionalExpressionContext | ConditionalExpressionContext,
  binds: QueryBinds,
): SoqlCondition {
  if ('whereLogicalExpression' in ctx) {
    const inner = ctx.whereLogicalExpression();
    return inner ? buildLogical(inner, binds) : buildComparison(ctx.whereFieldExpression(), binds);
  }
  const inner = ctx.logicalExpression();
  return inner ? buildLogical(inner, binds) : buildComparison(ctx.fieldExpression(), binds);
}

function buildComparison(
  ctx: FieldExpressionContext | WhereFieldExpressionContext,
  binds: QueryBinds,
): SoqlComparison {
  if (ctx instanceof WhereFieldExpressionContext) {
    return ctx.FORMULA() ? buildFormula(ctx, binds) : buildComparison(ctx.fieldExpression(), binds);
  }
  return {
    kind: 'comparison',
    left: buildFieldOrFunction(ctx, binds),
    operator: buildOperator(ctx.comparisonOperator()),
    right: buildValue(ctx.value(), binds),
    span: binds.source.span(ctx),
  };
}

function buildFormula(ctx: WhereFieldExpressionContext, binds: QueryBinds): SoqlComparison {
  const { source } = binds;
  const span = source.span(ctx);
  const text = { kind: 'value', value: buildString(ctx.StringLiteral(), source) } as const;
  return {
    kind: 'comparison',
    left: { kind: 'function', call: { name: 'FORMULA', arguments: [text], span } },
    operator: buildOperator(ctx.comparisonOperator()),
    right: buildValue(ctx.value(), binds),
    span,
  };
}

function buildOperator(ctx: ComparisonOperatorContext): Operator {
  const text = ctx.getText().toLowerCase();
  return OPERATORS[text] ?? (text as Operator);
}
