import { PublishResult } from '../../library/events/publish-result.ts';
import type { Value } from '../../library/library.ts';
import { jobFrame, className, type Task, type TaskContext, type TaskResult } from '../jobs/job.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../transaction.ts';
import type { Publication } from './event-outbox.ts';

/** What became of a publication, and how its callback hears of it. */
export type PublishOutcome = 'success' | 'failure';

const CALLBACKS = {
  success: { type: 'EventBus.EventPublishSuccessCallback', method: 'onsuccess/1' },
  failure: { type: 'EventBus.EventPublishFailureCallback', method: 'onfailure/1' },
} as const;

/** Tells the callbacks of publications what became of them, each in a transaction of its own as Automated Process. */
export function callbackTasks(
  publications: readonly Publication[],
  outcome: PublishOutcome,
  org: Org,
): Task[] {
  const listens = ({ callback }: Publication): boolean =>
    callback !== null && org.program.type(CALLBACKS[outcome].type).accepts(callback);
  return publications.filter(listens).map((publication) => new CallbackTask(publication, outcome, org));
}

/** One callback on its way. */
export class CallbackTask implements Task {
  readonly id: string;
  readonly label: string;
  readonly user: UserContext;
  readonly due: number;
  readonly isDelivery = true;
  readonly #callback: Value;
  readonly #outcome: PublishOutcome;
  readonly #eventUuids: readonly string[];

  constructor({ events, callback }: Publication, outcome: PublishOutcome, org: Org) {
    this.#eventUuids = events.map((event) => String(event.values.get('eventuuid')));
    this.id = this.#eventUuids[0] ?? '';
    this.label = `Publish ${outcome} for ${className(callback)}`;
    this.user = org.storage.automatedProcess();
    this.due = org.now();
    this.#callback = callback;
    this.#outcome = outcome;
  }

  run({ org, test, steering }: TaskContext): TaskResult {
    const { exception, transaction } = org.transact(
      { kind: 'trigger', user: this.user, test, job: jobFrame(this.id), steering },
      () =>
        this.#callback[CALLBACKS[this.#outcome].method](new PublishResult(this.#outcome, this.#eventUuids)),
    );
    // In a test the failure of a callback stays with it, as that of a trigger of events does.
    return { exception: test ? null : exception, next: transaction.tasks };
  }
}
