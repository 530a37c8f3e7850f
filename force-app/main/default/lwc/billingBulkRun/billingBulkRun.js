import { LightningElement, api } from 'lwc';
import progress from '@salesforce/apex/BillingBulkController.progress';
import start from '@salesforce/apex/BillingBulkController.start';
import { fill } from 'c/billingFormat';
import { later } from 'c/billingTimer';
import { label } from './labels';
import { pauseBefore } from './pause';

const ends = new Set(['finished', 'stopped']);

/** Many records, synchronised in the background after a person agreed. Fires `close` when they are done with it. */
export default class BillingBulkRun extends LightningElement {
  /** Ids of the records, all of one object. */
  @api recordIds = [];

  runId;
  progress;
  error;
  isBusy = false;
  /** Looks so far. */
  looks = 0;
  /** Some of the records, looked at one by one after the end; undefined while none are. */
  shownIds;
  /** Prevents the next look. */
  cancelLook = () => {};

  label = label;

  disconnectedCallback() {
    this.cancelLook();
  }

  get isAsking() {
    return !this.runId;
  }

  get isFinished() {
    return ends.has(this.progress?.state);
  }

  get isRunning() {
    return this.runId && !this.isFinished;
  }

  /** Each record takes two steps: it is compared, and nothing is left to write. */
  get percent() {
    if (!this.progress) return 0;
    const { chosen, compared, inWork } = this.progress;
    return Math.round((100 * (2 * compared - inWork)) / (2 * chosen));
  }

  get statusText() {
    if (this.isAsking) return fill(label.question, this.recordIds.length);
    if (!this.progress) return fill(label.looking, 0, this.recordIds.length, 0);
    const { blocked, chosen, compared, failed, inWork, pausedReason, state, toDecide, unchanged, written } =
      this.progress;
    const texts = {
      comparing: fill(label.looking, compared, chosen, written),
      waiting: fill(label.waiting, compared, chosen),
      paused: pausedReason ? fill(label.pausedBecause, pausedReason) : label.paused,
      writing: fill(label.writing, inWork + written, written),
      stopped: fill(label.stopped, compared, chosen),
      finished: fill(label.done, chosen, written, unchanged, blocked, toDecide, failed),
    };
    return texts[state];
  }

  get closeLabel() {
    return this.isAsking ? label.cancel : label.close;
  }

  get failedText() {
    return this.isAsking ? label.startFailed : label.followFailed;
  }

  get retryLabel() {
    return this.isAsking ? undefined : label.checkAgain;
  }

  async handleStart() {
    this.isBusy = true;
    this.error = undefined;
    try {
      this.runId = await start({ recordIds: this.recordIds });
      this.waitAndLook();
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }

  handleRetry() {
    return this.look();
  }

  handleShow(event) {
    this.shownIds = event.detail.recordIds;
  }

  /** What was decided meanwhile has changed nothing about what the run came to. */
  handleBack() {
    this.shownIds = undefined;
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async look() {
    this.error = undefined;
    try {
      this.progress = await progress({ runId: this.runId });
      this.looks += 1;
      if (this.isRunning) this.waitAndLook();
    } catch (error) {
      this.error = error;
    }
  }

  waitAndLook() {
    if (!this.isConnected) return;
    this.cancelLook = later(pauseBefore(this.looks, this.progress?.state), () => this.look());
  }
}
