import { throwUncatchable } from '../faults.ts';
import type { Recording } from './recording.ts';

/** A moment of a transaction. The first callout is number 1. */
export type Moment = { readonly afterCallout: number } | { readonly afterQuery: number } | 'beforeCommit';

/**
 * How a test steers one transaction. Without it transactions run one after another, each from its first statement to
 * its commit.
 */
export interface Steering {
  /** The transaction dies at this moment as by an exception that Apex can't catch: what it wrote is undone. */
  readonly kill?: Moment;
  /** The job's Finalizer is lost with it, as when a server goes down. */
  readonly losesFinalizer?: boolean;
  /**
   * At this moment the transaction stands still, its work not committed, while others run from begin to end. They see
   * nothing of its work and wait for the rows that it has locked.
   */
  readonly pause?: { readonly at: Moment; readonly meanwhile: () => void };
  /**
   * What happens when the transaction meets a row that another one has locked. `timeOut`: the ten seconds that the
   * platform waits are over, Apex gets the exception. `wait`: the transaction is undone and goes back to the queue, to
   * run anew from its beginning once the other one is done; see `Recording`.
   */
  readonly whenLocked?: 'timeOut' | 'wait';
  /** Of a transaction that waits: the queue keeps it from one run to the next. */
  readonly recording?: Recording;
}

/** What a steered transaction does to stand still: its work is set aside while `body` runs. */
export type SetAside = (body: () => void) => void;

/** Watches one transaction and acts at the moments that its steering names. */
export class Helm {
  readonly #steering: Steering;
  readonly #setAside: SetAside;
  readonly #counts = { afterCallout: 0, afterQuery: 0 };

  constructor(steering: Steering, setAside: SetAside) {
    this.#steering = steering;
    this.#setAside = setAside;
  }

  callout(): void {
    this.#counts.afterCallout += 1;
    this.#reach('afterCallout');
  }

  query(): void {
    this.#counts.afterQuery += 1;
    this.#reach('afterQuery');
  }

  commit(): void {
    this.#reach('beforeCommit');
  }

  #reach(moment: 'afterCallout' | 'afterQuery' | 'beforeCommit'): void {
    const { kill, pause } = this.#steering;
    if (pause && this.#is(pause.at, moment)) this.#setAside(pause.meanwhile);
    if (kill && this.#is(kill, moment)) {
      throwUncatchable('System.UnexpectedException', `The transaction was killed ${nameOf(kill)}.`);
    }
  }

  #is(wanted: Moment, moment: 'afterCallout' | 'afterQuery' | 'beforeCommit'): boolean {
    if (typeof wanted === 'string' || moment === 'beforeCommit') return wanted === moment;
    return moment in wanted && Object.values(wanted)[0] === this.#counts[moment];
  }
}

function nameOf(moment: Moment): string {
  if (typeof moment === 'string') return 'before its commit';
  return 'afterCallout' in moment
    ? `after callout ${moment.afterCallout}`
    : `after query ${moment.afterQuery}`;
}
