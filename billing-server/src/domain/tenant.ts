/** One tenant: its data, its clock and its switches. Every rule of the domain works on one. */
import { TenantClock } from '../clock/clock.ts';
import { DueWork } from '../clock/due-work.ts';
import type { Instant, TenantZone } from '../clock/zone.ts';
import { Fidelity, type FidelitySettings } from '../fidelity/fidelity.ts';
import type { Store } from '../store/store.ts';
import type { HistoryKind } from './history.ts';
import { openTables, type Tables } from './tables.ts';

/** Something that happened in billing which an administrator may want to be told by HTTP. @documented S54 */
export interface Notification {
  readonly event: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly billing_account_id: string;
  readonly status?: string;
}

/** Takes notifications inside the transaction that caused them. */
export type Notify = (notification: Notification) => void;

export class Tenant {
  readonly store: Store;
  readonly tables: Tables;
  readonly clock: TenantClock;
  readonly work: DueWork;
  readonly fidelity: Fidelity;
  /** Replaced by the outbound queue. */
  notify: Notify = () => undefined;

  constructor(store: Store) {
    this.store = store;
    this.tables = openTables(store);
    this.clock = new TenantClock(store);
    this.work = new DueWork(store, this.clock);
    this.fidelity = new Fidelity(store);
  }

  get settings(): Readonly<FidelitySettings> {
    return this.fidelity.settings;
  }

  get zone(): TenantZone {
    return this.fidelity.zone;
  }

  now(): Instant {
    return this.clock.now();
  }

  /** Number of a nested record, which has no table of its own. */
  nextId(kind: string, first: number): string {
    return String(this.store.next(kind, first));
  }

  /** Writes down what happened, for the pages that people read. */
  note(kind: HistoryKind, subject: string, text: string): void {
    this.tables.history.insert({ kind, subject, at: this.now(), text });
  }
}
