import { throwApex } from '../runtime/faults.ts';
import type { SoqlComparison, SoqlCondition, SoqlValue } from '../syntax/soql.ts';
import { callValue, groupedValue, isFolded, type Expression, type StatementContext } from './expressions.ts';
import { joined, parameter, raw, sql, type Fragment } from './fragment.ts';
import { compareWithDays } from './compare-days.ts';
import { compareChoices, compareList, comparePatterns, textsOf } from './compare-lists.ts';
import { equalsText, ordersText } from './compare-texts.ts';
import { semiJoin } from './semi-join.ts';
import { storedLiteral, toStored } from './values.ts';

/**
 * A condition as SQL. SOQL knows no third truth value: what is compared with nothing is unequal, and NOT turns every
 * condition round. So `!=` is IS NOT, and NOT holds where the inner condition is not true.
 */
export function conditionSql(condition: SoqlCondition, context: StatementContext): Fragment {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.conditions.map((each) => conditionSql(each, context));
      return sql`(${joined(parts, condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return sql`(${conditionSql(condition.condition, context)} IS NOT TRUE)`;
    case 'comparison':
      return comparisonSql(condition, context);
  }
}

function comparisonSql(comparison: SoqlComparison, context: StatementContext): Fragment {
  const left = leftOf(comparison, context);
  const { right, operator } = comparison;
  switch (operator) {
    case 'in':
    case 'notIn':
      if (right.kind === 'subquery') return semiJoin(left, operator, right.query, context);
      return compareList(left, operator, right, context);
    case 'includes':
    case 'excludes':
      return compareChoices(left, operator, right);
    case 'like':
      return comparePatterns(left, right, context);
    default:
      return compareOne(left, operator, right, context);
  }
}

function leftOf({ left }: SoqlComparison, context: StatementContext): Expression {
  const value = left.kind === 'field' ? groupedValue(left.field, context) : callValue(left.call, context);
  // A checkbox of a parent that is missing is not checked.
  if (!value.isFromParent || value.form !== 'boolean') return value;
  return { ...value, sql: sql`IFNULL(${value.sql}, 0)` };
}

export type OrderOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

function compareOne(
  left: Expression,
  operator: OrderOperator,
  right: SoqlValue,
  context: StatementContext,
): Fragment {
  if (right.kind === 'dateLiteral') return compareWithDays(left, operator, right.name, right.count);
  if (isNull(right, context)) return compareNull(left, operator);
  if (isBoundList(right, context)) {
    if (operator === '=' || operator === '!=')
      return compareList(left, operator === '=' ? 'in' : 'notIn', right, context);
    throwApex(
      'System.QueryException',
      `Invalid bind expression: ${operator} takes one value, not a collection.`,
    );
  }
  if (isFolded(left)) {
    const texts = textsOf(right, left);
    if (operator !== '=' && operator !== '!=') return ordersText(left, operator, texts);
    if (context.texts !== 'plain') {
      const same = equalsText(left, context.texts, texts);
      return operator === '=' ? same : sql`(${same} IS NOT TRUE)`;
    }
  }
  const value = sql`${valueSql(right, left)}`;
  // Not IS for equality: SQLite can make a join of a LEFT JOIN only for operators that null never passes.
  return sql`${left.sql} ${operator === '!=' ? 'IS NOT' : operator} ${value}`;
}

function isBoundList(value: SoqlValue, { shapes }: StatementContext): boolean {
  return value.kind === 'bind' && (shapes[value.index] === 'list' || shapes[value.index] === 'listWithNull');
}

function isNull(value: SoqlValue, { shapes }: StatementContext): boolean {
  if (value.kind === 'bind') return shapes[value.index] === 'null';
  return value.kind === 'null' || (value.kind === 'string' && value.value === '');
}

/** Nothing is larger or smaller than null; a checkbox is never null, it is false. */
function compareNull(left: Expression, operator: OrderOperator): Fragment {
  if (left.form === 'boolean') return sql`${left.sql} ${operator === '!=' ? '<>' : '='} 0`;
  if (operator === '=') return sql`${left.sql} IS NULL`;
  return operator === '!=' ? sql`${left.sql} IS NOT NULL` : raw('0');
}

/** One value as a `?` in the form that the left side has. */
export function valueSql(value: SoqlValue, { form }: Pick<Expression, 'form'>): Fragment {
  if (value.kind === 'bind') {
    return parameter((context) => toStored(context.binds[value.index], form, context.timeZone));
  }
  return parameter(() => storedLiteral(value, form));
}
