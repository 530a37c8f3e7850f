/**
 * Outbound HTTP operations: an event becomes a run for each operation that wants it, in the transaction that caused it,
 * so that what is rolled back is never told. After the commit runs are delivered, with retries.
 */
import type { Notification, Tenant } from '../domain/tenant.ts';
import type { Faults } from '../faults/faults.ts';
import { groupOf } from './events.ts';
import { readOperation } from './read-operation.ts';
import {
  openOutboundTables,
  type OutboundOperation,
  type OutboundRun,
  type OutboundTables,
  type RunStatus,
} from './records.ts';
import { send, type Outcome } from './send.ts';
import type { Values } from './template.ts';

/** Name under which fault rules meet deliveries; the one fault that they know is `duplicate-delivery`. */
export const DELIVERY = 'Outbound.deliver';

const MOST_AT_ONCE = 8;
const RUNS_KEPT = 5000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** What a list of runs may be asked for. */
export interface RunQuery {
  readonly status?: string | undefined;
  readonly operationId?: string | undefined;
  readonly limit: number;
}

/** The operations of a tenant, their queue and its history. */
export class Outbound {
  readonly tables: OutboundTables;
  readonly #tenant: Tenant;
  readonly #faults: Faults;
  readonly #isAnyTargetAllowed: boolean;
  readonly #stop = new AbortController();
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #hasNews = false;

  constructor(
    tenant: Tenant,
    faults: Faults,
    { isAnyTargetAllowed }: { readonly isAnyTargetAllowed: boolean },
  ) {
    this.#tenant = tenant;
    this.#faults = faults;
    this.#isAnyTargetAllowed = isAnyTargetAllowed;
    this.tables = openOutboundTables(tenant.store);
    tenant.notify = (notification) => this.notify(notification);
    tenant.store.afterTransaction(() => this.#afterTransaction());
    this.#wake();
  }

  /** Queues an event for every operation that wants it. Call it in the transaction that makes the event true. */
  notify(notification: Notification): void {
    const wanted = this.tables.operation.where('enabled = 1').filter((one) => this.#wants(one, notification));
    for (const operation of wanted) this.#queue(operation, notification);
  }

  #wants(
    { on, billing_account_category_id: category }: OutboundOperation,
    notification: Notification,
  ): boolean {
    if (on !== notification.event && on !== groupOf(notification.event)) return false;
    if (category === null) return true;
    return (
      this.#tenant.tables.account.get(notification.billing_account_id)?.billing_account_category.id ===
      category
    );
  }

  #queue(operation: OutboundOperation, notification: Notification): void {
    const id = this.tables.run.nextId();
    this.tables.run.insert({
      id,
      operation_id: operation.id,
      status: 'QUEUED',
      event: notification.event,
      occurred_on: this.#tenant.now(),
      values: this.#valuesOf(operation, notification, id),
      attempts: [],
      due_at: Date.now(),
    });
    this.#hasNews = true;
  }

  #valuesOf({ date_format: format }: OutboundOperation, notification: Notification, id: string): Values {
    const account = this.#tenant.tables.account.get(notification.billing_account_id);
    return {
      event: notification.event,
      entity_type: notification.entity_type,
      entity_id: notification.entity_id,
      billing_account_id: notification.billing_account_id,
      account_num: account?.account_num ?? null,
      external_account_num: account?.external_account_num ?? null,
      status: notification.status ?? null,
      occurred_on: this.#dateText(format),
      delivery_id: id,
      attempt: null,
    };
  }

  #dateText(format: OutboundOperation['date_format']): string {
    const now = this.#tenant.now();
    if (format === 'epoch') return String(Date.parse(now));
    return format === 'date' ? this.#tenant.zone.day(now) : this.#tenant.zone.format(now);
  }

  /** Sets an operation up. @throws Problem 422 */
  add(body: unknown): OutboundOperation {
    return this.tables.operation.insert(readOperation(body, this.#isAnyTargetAllowed));
  }

  /** Sets an operation up anew. @throws Problem 404, 422 */
  replace(id: string, body: unknown): OutboundOperation {
    this.tables.operation.require(id);
    return this.tables.operation.update({ ...readOperation(body, this.#isAnyTargetAllowed), id });
  }

  /** Removes an operation; what it has queued is dropped when it is due. @throws Problem 404 */
  remove(id: string): void {
    this.tables.operation.remove(this.tables.operation.require(id).id);
  }

  /** The history of runs, newest first. */
  runs({ status, operationId, limit }: RunQuery): OutboundRun[] {
    const parts: (readonly [sql: string, value: string | number])[] = [];
    if (status !== undefined) parts.push(['status = ?', status]);
    if (operationId !== undefined) parts.push(['operation_id = ?', Number(operationId)]);
    const condition = parts.map(([sql]) => sql).join(' AND ') || 'true';
    const inner = `SELECT id FROM outbound_run WHERE ${condition} ORDER BY id DESC LIMIT ${Math.trunc(limit)}`;
    return this.tables.run.where(`id IN (${inner})`, ...parts.map(([, value]) => value)).toReversed();
  }

  /** Resolves once nothing is queued or on its way. */
  async idle(): Promise<void> {
    while (this.tables.run.count('queued_until IS NOT NULL') > 0 && !this.#stop.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(this.#running.values());
  }

  /** Stops delivering; what is queued waits in the data file for the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#running.values());
  }

  #afterTransaction(): void {
    if (!this.#hasNews) return;
    this.#hasNews = false;
    this.#wake();
  }

  /** Looks at the queue now, and again when the next run is due. */
  #wake(): void {
    clearTimeout(this.#timer);
    if (this.#stop.signal.aborted) return;
    const due = this.tables.run.first(`${this.#waiting()} ORDER BY queued_until`)?.due_at;
    if (due === undefined || this.#running.size >= MOST_AT_ONCE) return;
    const wait = Math.min(Math.max(due - Date.now(), 1), LONGEST_TIMER);
    this.#timer = setTimeout(() => this.#deliverDue(), wait);
    // A retry hours away must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }

  /** What is queued and not on its way. */
  #waiting(): string {
    return `queued_until IS NOT NULL AND id NOT IN (${[...this.#running.keys()].join(', ')})`;
  }

  #deliverDue(): void {
    const free = MOST_AT_ONCE - this.#running.size;
    const inner = `SELECT id FROM outbound_run WHERE ${this.#waiting()} AND queued_until <= ? ORDER BY queued_until, id LIMIT ${free}`;
    for (const run of this.tables.run.where(`id IN (${inner})`, Date.now())) {
      const work = this.#deliver(run).finally(() => {
        this.#running.delete(run.id);
        this.#wake();
      });
      this.#running.set(run.id, work);
    }
    // Timers may fire a moment early, and others may be due soon.
    this.#wake();
  }

  async #deliver(run: OutboundRun): Promise<void> {
    const operation = this.tables.operation.get(run.operation_id);
    if (!operation?.enabled) return this.#finish(run, 'FAILED');
    const started = performance.now();
    const values = { ...run.values, attempt: String(run.attempts.length + 1) };
    let outcome = await send(operation, values, this.#stop.signal);
    if (outcome.error === undefined && this.#isDeliveredTwice())
      outcome = await send(operation, values, this.#stop.signal);
    // An attempt that the end of the server cut short does not count.
    if (this.#stop.signal.aborted && outcome.error !== undefined) return;
    this.#record(operation, run, outcome, Math.round(performance.now() - started));
  }

  #isDeliveredTwice(): boolean {
    // Rules for every operation are not used up by deliveries unless they are about them.
    if (!this.#faults.rules.some(({ fault }) => fault.includes('duplicate-delivery'))) return false;
    return this.#faults.plan(DELIVERY, undefined).has('duplicate-delivery');
  }

  #record(operation: OutboundOperation, run: OutboundRun, outcome: Outcome, milliseconds: number): void {
    const attempts = [...run.attempts, { at: this.#tenant.now(), milliseconds, ...outcome }];
    if (outcome.error === undefined) return this.#finish({ ...run, attempts }, 'DELIVERED');
    if (attempts.length > operation.retries) return this.#finish({ ...run, attempts }, 'FAILED');
    const wait = operation.retry_delay_ms * 2 ** (attempts.length - 1);
    this.tables.run.update({ ...run, attempts, due_at: Date.now() + wait });
  }

  #finish(run: OutboundRun, status: RunStatus): void {
    this.tables.run.update({ ...run, status });
    const oldest = Number(run.id) - RUNS_KEPT;
    this.#tenant.store.run('DELETE FROM outbound_run WHERE id <= ? AND queued_until IS NULL', oldest);
  }
}
