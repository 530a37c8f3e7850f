import { inTransaction } from '../../runtime/context.ts';
import type { EndedTransaction } from '../../runtime/org.ts';
import type { Governor, LimitName } from '../../runtime/limits.ts';
import { API_VERSION } from './version.ts';

/** What a debug log tells of. */
export interface LoggedExecution {
  readonly log: readonly { readonly level: string; readonly text: string }[];
  readonly exception: string | null;
  readonly stack: string;
  /** What ran: `Queueable Sync`. */
  readonly label?: string;
  readonly limits?: Governor;
}

const LIMITS: readonly (readonly [name: LimitName, text: string])[] = [
  ['queries', 'Number of SOQL queries'],
  ['queryRows', 'Number of query rows'],
  ['soslQueries', 'Number of SOSL queries'],
  ['dmlStatements', 'Number of DML statements'],
  ['dmlRows', 'Number of DML rows'],
  ['callouts', 'Number of callouts'],
  ['queueableJobs', 'Number of queueable jobs added to the queue'],
];

/** In the form of the platform's logs; the local org does not know the lines of `System.debug`. */
export function debugLog({ log, exception, stack, label, limits }: LoggedExecution): string {
  const time = new Date().toISOString().slice(11, 23);
  const event = (text: string): string => `${time} (0)|${text}`;
  return [
    `${API_VERSION} APEX_CODE,DEBUG`,
    event('EXECUTION_STARTED'),
    ...(label === undefined ? [] : [event(`CODE_UNIT_STARTED|[EXTERNAL]|${label}`)]),
    ...log.map(({ level, text }) => event(`USER_DEBUG|[EXTERNAL]|${level}|${text}`)),
    ...(exception === null ? [] : [event(`FATAL_ERROR|${exception}\n\n${stack}`)]),
    ...(limits ? limitLines(limits, event) : []),
    ...(label === undefined ? [] : [event(`CODE_UNIT_FINISHED|${label}`)]),
    event('EXECUTION_FINISHED'),
    '',
  ].join('\n');
}

function limitLines(limits: Governor, event: (text: string) => string): string[] {
  return [
    event('CUMULATIVE_LIMIT_USAGE'),
    event('LIMIT_USAGE_FOR_NS|(default)|'),
    ...LIMITS.map(([name, text]) => `  ${text}: ${limits.used(name)} out of ${limits.maximum(name)}`),
    '',
    event('CUMULATIVE_LIMIT_USAGE_END'),
  ];
}

/** A transaction as its log tells it. */
export function executionOf({ outcome }: EndedTransaction, label: string): LoggedExecution {
  const { transaction, exception } = outcome;
  return {
    label,
    log: transaction.log,
    limits: transaction.limits,
    exception: exception && inTransaction(transaction, () => exception['tostring/0']()),
    stack: exception ? transaction.stackTrace(exception.stack) : '',
  };
}
