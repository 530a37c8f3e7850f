export { createOrg, LocalOrg } from './local-org.ts';
export type { Execution, OrgOptions } from './local-org.ts';
export type { PlainRecord, PlainValue } from './plain-record.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
export { CalloutFailure } from './runtime/callout.ts';
export type { CalloutHandler, ResolvedCallout } from './runtime/callout.ts';
export type { CalloutResponse } from './runtime/transaction.ts';
export type { FileCoverage, TestResult } from './testing/results.ts';
