import { quoted } from '../../data/columns.ts';
import type { Stored } from '../../data/columns.ts';
import type { Store, StoredRow } from '../../data/store.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';

type Values = Readonly<Record<string, Stored>>;

/** `AsyncApexJob.JobType`. */
export type JobType = 'Queueable' | 'Future' | 'BatchApex' | 'BatchApexWorker' | 'ScheduledApex';

export interface ScheduleRow {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly next: number;
  readonly userId: string;
}

/** The records that tell of jobs: AsyncApexJob, CronTrigger, CronJobDetail. They are undone with their transaction. */
export class JobRows {
  readonly #schema: OrgSchema;
  readonly #store: Store;
  readonly #now: () => number;

  constructor(schema: OrgSchema, store: Store, now: () => number) {
    this.#schema = schema;
    this.#store = store;
    this.#now = now;
  }

  /** A new AsyncApexJob; gives its id. `name`: of the job's class. */
  add(type: JobType, name: string, userId: string, more: Values = {}): string {
    return this.insert('AsyncApexJob', {
      JobType: type,
      Status: 'Queued',
      ApexClassId: this.#classId(name),
      CreatedById: userId,
      CreatedDate: this.#seconds(),
      JobItemsProcessed: 0,
      TotalJobItems: 0,
      NumberOfErrors: 0,
      ...more,
    });
  }

  set(id: string, values: Values): void {
    const object = this.#schema.objectOfKeyPrefix(id.slice(0, 3));
    if (object) this.#store.update(object, id, lower(values));
  }

  /** Completed, or failed with what it says; a job that was aborted stays so. */
  finish(id: string, failure: string | null): void {
    if (this.status(id) === 'Aborted') return;
    this.set(id, {
      Status: failure === null ? 'Completed' : 'Failed',
      CompletedDate: this.#seconds(),
      NumberOfErrors: failure === null ? 0 : 1,
      ExtendedStatus: failure?.slice(0, 255) ?? null,
    });
  }

  /** Of an AsyncApexJob; null when there is none. */
  status(id: string): string | null {
    return (this.#store.row(this.#object('AsyncApexJob'), id)?.get('status') ?? null) as string | null;
  }

  /** A job that has not ended is aborted. False when there is none of this id. */
  abort(id: string): boolean {
    const status = this.status(id);
    if (status === null) return false;
    if (!['Completed', 'Failed', 'Aborted'].includes(status)) {
      this.set(id, { Status: 'Aborted', CompletedDate: this.#seconds() });
    }
    return true;
  }

  addSchedule({ name, expression, timeZone, next, userId }: ScheduleRow): string {
    const detail = this.insert('CronJobDetail', { Name: name, JobType: '7' });
    return this.insert('CronTrigger', {
      CronJobDetailId: detail,
      CronExpression: expression,
      State: 'WAITING',
      NextFireTime: next,
      StartTime: this.#seconds(),
      TimesTriggered: 0,
      TimeZoneSidKey: timeZone,
      OwnerId: userId,
      CreatedById: userId,
      CreatedDate: this.#seconds(),
    });
  }

  hasScheduleNamed(name: string): boolean {
    return this.#store.rows(this.#object('CronJobDetail'), '"Name" = ?', name).length > 0;
  }

  schedules(): number {
    const table = this.#store.table(this.#object('CronTrigger'));
    return Number(this.#store.get(`SELECT COUNT(*) AS count FROM ${table}`)?.count);
  }

  /** Null once the schedule is gone. */
  schedule(id: string): StoredRow | null {
    return this.#store.row(this.#object('CronTrigger'), id);
  }

  removeSchedule(id: string): void {
    const detail = this.schedule(id)?.get('cronjobdetailid');
    this.#store.remove(this.#object('CronTrigger'), id);
    if (typeof detail === 'string') this.#store.remove(this.#object('CronJobDetail'), detail);
  }

  /** Removes jobs that ended before a time; gives how many. */
  purge(before: number, limit: number): number {
    const jobs = this.#object('AsyncApexJob');
    const condition = "\"CompletedDate\" < ? AND \"Status\" IN ('Completed', 'Failed', 'Aborted') LIMIT ?";
    const old = this.#store.rows(jobs, condition, before, limit);
    for (const row of old) this.#store.remove(jobs, String(row.get('id')));
    return old.length;
  }

  /** A record that the platform makes, of the object's name; gives its id. */
  insert(objectName: string, values: Values): string {
    const object = this.#object(objectName);
    const id = this.#store.nextId(object);
    this.#store.insert(object, new Map([['id', id], ...lower(values)]));
    return id;
  }

  remove(id: string): void {
    const object = this.#schema.objectOfKeyPrefix(id.slice(0, 3));
    if (object) this.#store.remove(object, id);
  }

  /** Removes such records for good: those whose reference is this id, or all. */
  removeAll(objectName: string, reference?: { readonly field: string; readonly id: string }): void {
    const object = this.#object(objectName);
    const rows = reference
      ? this.#store.rows(object, `${quoted(reference.field)} = ?`, reference.id)
      : this.#store.rows(object, '1 = 1');
    for (const row of rows) this.#store.remove(object, String(row.get('id')));
  }

  /** Of an inner class: its outer one. */
  #classId(name: string): Stored {
    const [first = '', second = first] = name.split('.');
    const outer = first.toLowerCase() === this.#schema.namespace?.toLowerCase() ? second : first;
    const classes = this.#object('ApexClass');
    const sql = `SELECT "Id" AS id FROM ${this.#store.table(classes)} WHERE ${quoted('Name')} = ?`;
    return this.#store.get(sql, outer)?.id ?? null;
  }

  #object(name: string): ObjectModel {
    const object = this.#schema.object(name);
    if (!object) throw new Error(`The schema has no object ${name}.`);
    return object;
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1000) * 1000;
  }
}

function lower(values: Values): StoredRow {
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}
