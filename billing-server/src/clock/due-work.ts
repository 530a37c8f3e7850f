/** Work that falls due at a moment: the one queue that makes time pass. */
import type { Store } from '../store/store.ts';
import type { TenantClock } from './clock.ts';
import type { Instant } from './zone.ts';

/** Kinds in the order in which they are done when due at the same moment: what changes services before what bills them. */
export const WORK_KINDS = [
  'account-status',
  'order-approval',
  'service-start',
  'trial-end',
  'service-change',
  'service-replace',
  'scheduled-charge',
  'agreement-end',
  'service-end',
  'bill-cycle',
  'auto-payment',
  'invoice-overdue',
  'collection',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** One piece of work; `subject` is the id of what it is about, `detail` what the kind needs to know. */
export interface Work {
  readonly at: Instant;
  readonly kind: WorkKind;
  readonly subject: string;
  readonly detail: string;
}

/** Does one kind of work. It must look whether the work still fits, because subjects change after it was scheduled. */
export type WorkHandler = (subject: string, detail: string) => void;

/** Stops a run that would not end, as a cycle that schedules itself in the past would not. */
const MAX_RUN = 1_000_000;

/** The queue of due work, in the database. */
export class DueWork {
  readonly #store: Store;
  readonly #clock: TenantClock;
  readonly #handlers = new Map<WorkKind, WorkHandler>();
  #nextAt: Instant | undefined;
  #version = -1;

  constructor(store: Store, clock: TenantClock) {
    this.#store = store;
    this.#clock = clock;
    store.exec(
      'CREATE TABLE IF NOT EXISTS due_work (id INTEGER PRIMARY KEY, at TEXT NOT NULL, rank INTEGER NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL)',
    );
    store.exec('CREATE INDEX IF NOT EXISTS due_work_order ON due_work (at, rank, id)');
  }

  handle(kind: WorkKind, handler: WorkHandler): void {
    this.#handlers.set(kind, handler);
  }

  schedule(at: Instant, kind: WorkKind, subject: string, detail = ''): void {
    const rank = WORK_KINDS.indexOf(kind);
    this.#store.run(
      'INSERT INTO due_work (at, rank, subject, detail) VALUES (?, ?, ?, ?)',
      at,
      rank,
      subject,
      detail,
    );
  }

  /** Takes back what was scheduled. */
  cancel(kind: WorkKind, subject: string): void {
    this.#store.run('DELETE FROM due_work WHERE rank = ? AND subject = ?', WORK_KINDS.indexOf(kind), subject);
  }

  /** When the next work is due. */
  get nextAt(): Instant | undefined {
    if (this.#version !== this.#store.version) {
      const at = this.#store.get('SELECT at FROM due_work ORDER BY at, rank, id LIMIT 1')?.['at'];
      this.#nextAt = typeof at === 'string' ? at : undefined;
      this.#version = this.#store.version;
    }
    return this.#nextAt;
  }

  /** Does all that is due until a moment, in order, each in a transaction of its own. Answers how much it was. */
  runUntil(moment: Instant): number {
    for (let done = 0; done < MAX_RUN; done += 1) {
      if (!this.#runNext(moment)) return done;
    }
    throw new Error(`More than ${MAX_RUN} pieces of work were due until ${moment}.`);
  }

  #runNext(moment: Instant): boolean {
    const row = this.#store.get('SELECT * FROM due_work WHERE at <= ? ORDER BY at, rank, id LIMIT 1', moment);
    if (!row) return false;
    const kind = WORK_KINDS[Number(row['rank'])];
    const handler = kind && this.#handlers.get(kind);
    if (!handler) throw new Error(`Nothing does the work "${kind}".`);
    this.#store.transaction(() => {
      this.#store.run('DELETE FROM due_work WHERE id = ?', Number(row['id']));
      this.#clock.at(String(row['at']), () => handler(String(row['subject']), String(row['detail'])));
    });
    return true;
  }
}
