import { SchedulableContext } from '../../library/async/schedulable.ts';
import type { Value } from '../../library/library.ts';
import type { UserContext } from '../transaction.ts';
import { copyOf } from './copy.ts';
import type { CronExpression } from './cron.ts';
import { className, followUps, jobFrame, type Task, type TaskContext, type TaskResult } from './job.ts';

const NO_CALLOUTS = 'Callout from scheduled Apex not supported.';

export interface Schedule {
  /** Of the CronTrigger. */
  readonly id: string;
  readonly target: Value;
  readonly cron: CronExpression;
  readonly user: UserContext;
}

/** One firing of a schedule. The next one follows from it. */
export class ScheduledTask implements Task {
  readonly id: string;
  readonly label: string;
  readonly user: UserContext;
  readonly due: number;
  readonly #schedule: Schedule;

  constructor(schedule: Schedule, due: number) {
    this.id = schedule.id;
    this.label = `Scheduled ${className(schedule.target)}`;
    this.user = schedule.user;
    this.due = due;
    this.#schedule = schedule;
  }

  run(context: TaskContext): TaskResult {
    const { org, test, steering } = context;
    const { rows } = org.storage;
    const row = rows.schedule(this.id);
    // It was aborted.
    if (!row) return { exception: null, next: [] };
    const { target, cron, user } = this.#schedule;
    const job = rows.add('ScheduledApex', className(target), user.id, {
      Status: 'Processing',
      CronTriggerId: this.id,
    });
    const frame = jobFrame(job, { calloutRefusal: NO_CALLOUTS });
    const { exception, transaction } = org.transact(
      { kind: 'scheduled', user, test, job: frame, steering },
      () => copyOf(target)['execute/schedulable'](new SchedulableContext(this.id)),
    );
    rows.finish(job, exception && org.describe(exception));
    const next = cron.next(Math.max(org.now(), this.due), String(row.get('timezonesidkey')));
    // A test fires each schedule once, and its row does not tell of it.
    if (rows.schedule(this.id) && !test) {
      rows.set(this.id, {
        TimesTriggered: Number(row.get('timestriggered')) + 1,
        PreviousFireTime: Math.floor(org.now() / 1000) * 1000,
        NextFireTime: next,
        State: next === null ? 'DELETED' : 'WAITING',
      });
    }
    const again = next === null || test ? [] : [new ScheduledTask(this.#schedule, next)];
    return { exception, next: [...followUps(transaction.tasks, context), ...again] };
  }
}
