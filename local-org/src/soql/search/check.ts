import type { OrgSchema } from '../../schema/model.ts';
import type { SoslQuery } from '../../syntax/soql.ts';
import type { Type } from '../../types/type.ts';
import { checkQuery } from '../check.ts';
import type { QueryProblem } from '../problem.ts';
import { returningQuery } from './returning.ts';

const ACCESS = /^WITH\s+(?<mode>USER_MODE|SYSTEM_MODE)$/i;

/** What `WITH USER_MODE` or `WITH SYSTEM_MODE` says; null without one. */
export function accessOf(query: SoslQuery): 'user' | 'system' | null {
  const mode = query.with.map((clause) => ACCESS.exec(clause)?.groups?.['mode']).find(Boolean);
  if (mode === undefined) return null;
  return mode.toUpperCase() === 'USER_MODE' ? 'user' : 'system';
}

/** Checks a search against the schema and reports everything that is wrong with it, as `checkQuery` does. */
export function checkSearch(
  query: SoslQuery,
  schema: OrgSchema,
  bindTypes: readonly Type[],
  report: (problem: QueryProblem) => void,
): void {
  for (const clause of query.with) {
    if (ACCESS.test(clause)) continue;
    const message = `The local org does not support ${clause} in SOSL yet.`;
    report({ code: 'unsupported/sosl', span: query.span, message, unsupported: `${clause} in SOSL` });
  }
  if (!query.returning.length) {
    const message = 'The local org does not support FIND without RETURNING yet.';
    report({ code: 'unsupported/sosl', span: query.span, message, unsupported: 'FIND without RETURNING' });
  }
  for (const part of query.returning) checkQuery(returningQuery(part), schema, bindTypes, report);
}
