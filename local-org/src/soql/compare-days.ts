import { ApexDate } from '../values/date.ts';
import { fromLocal, toLocal } from '../values/datetime.ts';
import type { OrderOperator } from './conditions.ts';
import { rangeOfLiteral } from './date-literals.ts';
import type { Expression } from './expressions.ts';
import { parameter, sql, type BindContext, type Fragment } from './fragment.ts';
import type { Stored } from '../data/columns.ts';

/**
 * A comparison with `TODAY`, `LAST_N_DAYS:3` and their like, as a comparison with the range's ends so that an index
 * serves it. The days are those of the user's time zone.
 */
export function compareWithDays(
  left: Expression,
  operator: OrderOperator,
  name: string,
  count: number | null,
): Fragment {
  const from = parameter((context) => dayEdge(left, name, count, context).from);
  const next = parameter((context) => dayEdge(left, name, count, context).next);
  switch (operator) {
    case '=':
      return sql`(${left.sql} >= ${from} AND ${left.sql} < ${next})`;
    case '!=':
      return sql`((${left.sql} >= ${from} AND ${left.sql} < ${next}) IS NOT TRUE)`;
    case '<':
      return sql`${left.sql} < ${from}`;
    case '>=':
      return sql`${left.sql} >= ${from}`;
    case '<=':
      return sql`${left.sql} < ${next}`;
    case '>':
      return sql`${left.sql} >= ${next}`;
  }
}

/** The first moment or day of the range, and the first one after it. */
function dayEdge(
  { form }: Expression,
  name: string,
  count: number | null,
  { now, timeZone }: BindContext,
): { readonly from: Stored; readonly next: Stored } {
  const today = ApexDate.ofMilliseconds(toLocal(now, timeZone));
  const range = rangeOfLiteral(name, count, today);
  const next = range.to.addDays(1);
  if (form !== 'datetime') return { from: range.from.toIsoString(), next: next.toIsoString() };
  return { from: fromLocal(range.from.milliseconds, timeZone), next: fromLocal(next.milliseconds, timeZone) };
}
