/** The last requests, in memory, for people who look what a client does. Keys and bodies' secrets are not kept. */

export interface LogEntry {
  readonly number: number;
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly operation: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly faults: readonly string[];
  readonly message?: string;
}

const KEPT = 2000;

/** A ring of entries. */
export class RequestLog {
  readonly #entries: LogEntry[] = [];
  #count = 0;

  add(entry: Omit<LogEntry, 'number'>): void {
    this.#entries[this.#count % KEPT] = { ...entry, number: this.#count + 1 };
    this.#count += 1;
  }

  /** Latest first. */
  latest(): LogEntry[] {
    return [...this.#entries].sort((one, other) => other.number - one.number);
  }
}
