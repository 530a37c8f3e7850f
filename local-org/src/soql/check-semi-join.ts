import type { SoqlComparison } from '../syntax/soql.ts';
import type { CheckContext } from './check.ts';
import type { CheckInner } from './check-filter.ts';
import { checkPath } from './check-select.ts';
import { isProblem, resolveField } from './scope.ts';

const MAXIMUM = 2;

/** `Id IN (SELECT AccountId FROM Contact)` and `NOT IN`. */
export function checkSemiJoin(
  comparison: SoqlComparison,
  context: CheckContext,
  checkInner: CheckInner,
  isTop: boolean,
): void {
  const refuse = (message: string): void =>
    context.report({ code: 'soql/semi-join', span: comparison.span, message });
  if (comparison.right.kind !== 'subquery') return;
  const { query } = comparison.right;
  if (comparison.operator !== 'in' && comparison.operator !== 'notIn') {
    return refuse('A sub-select fits only IN and NOT IN.');
  }
  if (!isTop) {
    refuse(
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    );
  }
  if (context.place === 'semiJoin') refuse('Nesting of semi join sub-selects is not supported');
  if (isOneTooMany(comparison, context)) refuse(`Maximum ${MAXIMUM} semi join sub-selects are allowed.`);
  const inner = checkInner(query);
  checkColumns(comparison, context, inner, refuse);
}

/** Only the first one beyond the maximum is reported. */
function isOneTooMany(comparison: SoqlComparison, { query }: CheckContext): boolean {
  const { where } = query;
  const all = where?.kind === 'and' ? where.conditions : [];
  const joins = all.filter((each) => each.kind === 'comparison' && each.right.kind === 'subquery');
  return joins.indexOf(comparison) === MAXIMUM;
}

function checkColumns(
  comparison: SoqlComparison,
  context: CheckContext,
  inner: ReturnType<CheckInner>,
  refuse: (message: string) => void,
): void {
  if (comparison.left.kind !== 'field')
    return refuse('The left side of a semi join is an Id or reference field.');
  const outer = checkPath(comparison.left.field, context);
  if (outer && outer.field.type !== 'ID' && outer.field.type !== 'REFERENCE') {
    refuse(
      `Semi join sub-selects need an Id or reference field on the left side, '${outer.field.name}' is none.`,
    );
  }
  if (!inner || comparison.right.kind !== 'subquery') return;
  const [item] = comparison.right.query.select;
  if (comparison.right.query.select.length !== 1 || item?.kind !== 'field') {
    return refuse('Semi join sub-selects must select exactly one Id or reference field.');
  }
  const found = resolveField(inner, item.field);
  // The check of the inner query has reported it.
  if (isProblem(found)) return;
  if (found.field.type !== 'ID' && found.field.type !== 'REFERENCE') {
    refuse(`Semi join sub-selects must select an Id or reference field, '${found.field.name}' is none.`);
  }
  if (inner.object === context.scope.object) {
    refuse('The inner and outer selects should not be on the same object type');
  }
}
