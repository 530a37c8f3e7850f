import type { Identifier } from '../../syntax/ast.ts';
import type { FieldPath, SoqlCondition, SoqlQuery, SoslQuery } from '../../syntax/soql.ts';

/** One object of `RETURNING`, with its fields and clauses. */
export type Returning = SoslQuery['returning'][number];

/**
 * The query that gives the rows of one object of a search. Without fields it gives ids.
 *
 * @param found Keeps to the records that the search has found; null while nothing was searched yet.
 */
export function returningQuery(part: Returning, found: SoqlCondition | null = null): SoqlQuery {
  const { object, fields } = part;
  const conditions = [part.where, found].filter((each) => each !== null);
  return {
    select: fields.length ? fields : [{ kind: 'field', field: idOf(object), alias: null }],
    from: [{ path: [object], alias: null }],
    scope: null,
    where: conditions.length > 1 ? { kind: 'and', conditions } : (conditions[0] ?? null),
    access: null,
    accessSpan: null,
    otherWith: null,
    groupBy: null,
    having: null,
    orderBy: part.orderBy,
    limit: part.limit,
    offset: part.offset,
    allRows: false,
    forClauses: [],
    span: object.span,
  };
}

/** `Id IN (ids)`. */
export function amongIds(object: Identifier, ids: readonly string[]): SoqlCondition {
  const { span } = object;
  const values = ids.map((value) => ({ kind: 'string' as const, value, span }));
  return {
    kind: 'comparison',
    left: { kind: 'field', field: idOf(object) },
    operator: 'in',
    right: { kind: 'list', values, span },
    span,
  };
}

function idOf({ span }: Identifier): FieldPath {
  return { parts: [{ text: 'Id', span }], span };
}
