import type { EndedTransaction } from '../../runtime/org.ts';
import { inTransaction } from '../../runtime/context.ts';
import type { ApexTransaction } from '../../runtime/apex-transaction.ts';
import { printQuery } from '../../soql/print.ts';

/** What one transaction did, for people. */
export interface LogEntry {
  readonly n: number;
  readonly at: string;
  readonly user: string;
  readonly kind: 'apex' | 'ui-api' | 'rest' | 'job';
  readonly label: string;
  readonly milliseconds: number;
  readonly ok: boolean;
  readonly error?: string;
  readonly soql: readonly { text: string; rows: number; milliseconds: number }[];
  readonly dml: readonly { operation: string; object: string; rows: number }[];
  readonly callouts: readonly { method: string; url: string; status: number | null; milliseconds: number }[];
  readonly debug: readonly { level: string; text: string }[];
  readonly limits: Readonly<Record<string, { used: number; max: number }>>;
}

const KEPT = 500;
const SHOWN_LIMITS = [
  'queries',
  'queryRows',
  'dmlStatements',
  'dmlRows',
  'callouts',
  'queueableJobs',
] as const;

/** The last transactions, oldest first. */
export class RequestLog {
  readonly #entries: LogEntry[] = [];
  #count = 0;
  /** Told of each new entry. */
  onEntry: (entry: LogEntry) => void = () => undefined;

  add(kind: LogEntry['kind'], label: string, ended: EndedTransaction): void {
    const entry = entryOf(++this.#count, kind, label, ended);
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
    this.onEntry(entry);
  }

  after(n: number): readonly LogEntry[] {
    return this.#entries.filter((entry) => entry.n > n);
  }
}

function entryOf(n: number, kind: LogEntry['kind'], label: string, ended: EndedTransaction): LogEntry {
  const { transaction, exception } = ended.outcome;
  const error = exception ? { error: inTransaction(transaction, () => exception['tostring/0']()) } : {};
  return {
    n,
    at: new Date(transaction.now()).toISOString(),
    user: transaction.user.name,
    kind,
    label,
    milliseconds: rounded(ended.milliseconds),
    ok: exception === null,
    ...error,
    ...workOf(transaction),
    debug: transaction.log,
    limits: limitsOf(transaction, ended.milliseconds),
  };
}

function workOf(transaction: ApexTransaction): Pick<LogEntry, 'soql' | 'dml' | 'callouts'> {
  const { queries, writes, callouts } = transaction.trace;
  return {
    soql: queries.map(({ query, rows, milliseconds }) => ({
      text: printQuery(query),
      rows,
      milliseconds: rounded(milliseconds),
    })),
    dml: writes.map(({ operation, object, id, rows }) => ({
      operation,
      object: object ?? transaction.schema.objectOfKeyPrefix((id ?? '').slice(0, 3))?.name ?? '',
      rows,
    })),
    callouts: callouts.map(({ method, endpoint, status, milliseconds }) => ({
      method,
      url: endpoint,
      status,
      milliseconds: rounded(milliseconds),
    })),
  };
}

function limitsOf({ limits }: ApexTransaction, milliseconds: number): LogEntry['limits'] {
  const shown = SHOWN_LIMITS.map(
    (name) => [name, { used: limits.used(name), max: limits.maximum(name) }] as const,
  );
  return {
    ...Object.fromEntries(shown),
    cpuTime: { used: Math.round(milliseconds), max: limits.maximum('cpuTime') },
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
