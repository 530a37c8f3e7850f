import { LightningElement, api } from 'lwc';
import progress from '@salesforce/apex/BillingBulkController.progress';
import start from '@salesforce/apex/BillingBulkController.start';
import { fill } from 'c/billingFormat';
import { later } from 'c/billingTimer';
import { label } from './labels';

/** How often a page looks how far it is, in milliseconds. */
const lookAgainAfter = 3000;

/** Many records, synchronised in the background after a person agreed. Fires `close` when they are done with it. */
export default class BillingBulkRun extends LightningElement {
  /** Ids of the records, all of one object. */
  @api recordIds = [];

  runId;
  progress;
  error;
  isBusy = false;
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
    return this.progress && !this.progress.isLooking && this.progress.open === 0;
  }

  get isRunning() {
    return this.runId && !this.isFinished;
  }

  get changes() {
    const { done, notDone, open } = this.progress;
    return done + notDone + open;
  }

  get percent() {
    if (!this.progress || this.changes === 0) return 0;
    return Math.round((100 * (this.changes - this.progress.open)) / this.changes);
  }

  get statusText() {
    if (this.isAsking) return fill(label.question, this.recordIds.length);
    if (!this.progress) return fill(label.looking, 0, 0);
    const { done, isLooking, notDone } = this.progress;
    if (this.isFinished) return fill(label.finished, this.recordIds.length, done, notDone);
    return fill(isLooking ? label.looking : label.writing, this.changes, done);
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

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async look() {
    this.error = undefined;
    try {
      this.progress = await progress({ runId: this.runId });
      if (this.isRunning) this.waitAndLook();
    } catch (error) {
      this.error = error;
    }
  }

  waitAndLook() {
    if (this.isConnected) this.cancelLook = later(lookAgainAfter, () => this.look());
  }
}
