import type { SoqlValue } from '../syntax/soql.ts';
import { isAggregateQuery, type CheckContext } from './check.ts';

/** The largest OFFSET. */
export const MAXIMUM_OFFSET = 2000;

/** LIMIT, OFFSET and FOR clauses. */
export function checkPaging(context: CheckContext): void {
  const { query, report, place } = context;
  if (query.limit) checkWholeNumber('LIMIT', query.limit, context);
  if (query.offset) checkWholeNumber('OFFSET', query.offset, context);
  if (query.limit && isAggregateQuery(query) && !query.groupBy) {
    const message = 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT';
    report({ code: 'soql/limit', span: query.limit.span, message });
  }
  if (place === 'semiJoin' && (query.limit || query.offset)) {
    report({
      code: 'soql/semi-join',
      span: query.span,
      message: 'LIMIT and OFFSET are not allowed in a semi join sub-select.',
    });
  }
  if (query.offset?.kind === 'number' && Number(query.offset.value) > MAXIMUM_OFFSET) {
    const message = `Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`;
    report({ code: 'soql/offset', span: query.offset.span, message });
  }
  checkLocks(context);
}

function checkLocks({ query, report, place }: CheckContext): void {
  if (!query.forClauses.includes('update')) return;
  const refuse = (what: string): void =>
    report({ code: 'soql/for-update', span: query.span, message: `FOR UPDATE is not allowed with ${what}.` });
  if (place !== 'query') refuse('a sub-query');
  if (query.orderBy.length > 0) refuse('ORDER BY');
  if (isAggregateQuery(query)) refuse('aggregate functions or GROUP BY');
}

function checkWholeNumber(clause: string, value: SoqlValue, { bindTypes, report }: CheckContext): void {
  const refuse = (): void =>
    report({
      code: `soql/${clause.toLowerCase()}`,
      span: value.span,
      message: `${clause} takes an Integer of at least 0.`,
    });
  if (value.kind === 'number') {
    if (!/^\d+$/.test(value.value)) refuse();
    return;
  }
  if (value.kind !== 'bind') return refuse();
  const type = bindTypes[value.index];
  const isWhole = !type || type.kind !== 'primitive' || type.name === 'Integer' || type.name === 'Long';
  if (!isWhole) refuse();
}
