/** Work that falls due at a moment: the one queue that makes time pass. */
import { Problem } from '../http/problem.ts';
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

/** Work that was not done, and why. */
export interface RefusedWork extends Work {
  readonly message: string;
}

/** Does one kind of work. It must look whether the work still fits, because subjects change after it was scheduled. */
export type WorkHandler = (subject: string, detail: string) => void;

/** Stops a run that would not end, as a cycle that schedules itself in the past would not. */
const MAX_RUN = 1_000_000;
const REFUSED_KEPT = 100;

/** The queue of due work, in the database. */
export class DueWork {
  readonly #store: Store;
  readonly #clock: TenantClock;
  readonly #handlers = new Map<WorkKind, WorkHandler>();
  readonly #refused: RefusedWork[] = [];
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
    const work = {
      at: String(row['at']),
      kind,
      subject: String(row['subject']),
      detail: String(row['detail']),
    };
    this.#do(Number(row['id']), work, handler);
    return true;
  }

  /** Work that breaks a rule by now is dropped and remembered; it must not hold up what is due after it. */
  #do(id: number, work: Work, handler: WorkHandler): void {
    const remove = (): unknown => this.#store.run('DELETE FROM due_work WHERE id = ?', id);
    try {
      this.#store.transaction(() => {
        remove();
        this.#clock.at(work.at, () => handler(work.subject, work.detail));
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#store.transaction(remove);
      this.#refused.push({ ...work, message: error.message });
      if (this.#refused.length > REFUSED_KEPT) this.#refused.shift();
    }
  }

  /** The last pieces of work that a rule stood against. */
  get refused(): readonly RefusedWork[] {
    return this.#refused;
  }
}
