import { TriggerContext } from '../../library/events/trigger-context.ts';
import type { SObject } from '../../values/sobject.ts';
import type { ApexException } from '../../values/exception.ts';
import { asApexException } from '../faults.ts';
import type { Task, TaskContext, TaskResult } from '../jobs/job.ts';
import { jobFrame } from '../jobs/job.ts';
import type { UserContext } from '../transaction.ts';
import { runEvents, type LinkedTrigger } from '../triggers/triggers.ts';

/** How often a trigger may ask to get its events once more. */
const MOST_RETRIES = 9;

export interface Delivery {
  readonly trigger: LinkedTrigger;
  readonly user: UserContext;
  readonly events: readonly SObject[];
  readonly due: number;
  readonly retries?: number;
  readonly lastError?: string | null;
}

/** Events on their way to one trigger, which gets them in a transaction of its own. */
export class EventTask implements Task {
  readonly id: string;
  readonly label: string;
  readonly user: UserContext;
  readonly due: number;
  readonly isDelivery = true;
  readonly #delivery: Delivery;

  constructor(delivery: Delivery) {
    const { trigger, events, user, due } = delivery;
    // Change events have no id of their own.
    this.id = String(events[0]?.values.get('eventuuid') ?? events[0]?.values.get('replayid'));
    this.label = `Events ${trigger.object} for ${trigger.name}`;
    this.user = user;
    this.due = due;
    this.#delivery = delivery;
  }

  run({ org, test, steering }: TaskContext): TaskResult {
    const { trigger, events, retries = 0, lastError = null } = this.#delivery;
    const context = new TriggerContext(retries, lastError);
    let failure: ApexException | null = null;
    const outcome = org.transact(
      { kind: 'trigger', user: this.user, test, job: jobFrame(this.id), steering },
      () => {
        context.begin();
        try {
          runEvents(trigger, events);
        } catch (error) {
          failure = asApexException(error);
          if (isRetry(failure) || !context.goBack()) throw failure;
        }
      },
    );
    const exception = outcome.exception ?? failure;
    if (exception && isRetry(exception) && retries < MOST_RETRIES) {
      const message: string | null = exception['getmessage/0']();
      const again = { ...this.#delivery, retries: retries + 1, lastError: message };
      return { exception: null, next: [new EventTask(again)] };
    }
    const rest = context.after(events);
    const resumed =
      rest.length > 0
        ? [new EventTask({ ...this.#delivery, events: rest, retries: 0, lastError: null })]
        : [];
    // In a test the failure of an event's trigger stays with it.
    return { exception: test ? null : exception, next: [...outcome.transaction.tasks, ...resumed] };
  }
}

function isRetry(exception: ApexException): boolean {
  return exception.apexType().name === 'EventBus.RetryableException';
}
