import type { Span } from '../diagnostics/diagnostic.ts';

/** One thing that is wrong with a query; the message is the platform's where it is known. */
export interface QueryProblem {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly suggestion?: string;
  /** Of `unsupported/soql`: what is not supported. */
  readonly unsupported?: string;
}

export type ReportProblem = (problem: QueryProblem) => void;

/** What the platform has and the local org does not: `unsupported/soql`, naming it. */
export function unsupported(what: string, span: Span): QueryProblem {
  const message = `The local org does not support ${what} in SOQL yet.`;
  return { code: 'unsupported/soql', span, message, unsupported: `${what} in SOQL` };
}
