import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import getPreview from '@salesforce/apex/BillingSyncController.preview';
import getProgress from '@salesforce/apex/BillingSyncController.progress';
import runPreview from '@salesforce/apex/BillingSyncController.run';
import { fill } from 'c/billingFormat';
import { rememberShowChangesFirst, showsChangesFirst } from 'c/billingPreferences';
import { later } from 'c/billingTimer';
import { asksPerson, isNoted, openOperations, operationsOf, writtenBy } from 'c/billingPreviewItems';
import { decided, decisionsFor } from './decisions';
import { label } from './labels';
import { pauseBefore } from './pause';

const sum = (numbers) => numbers.reduce((total, number) => total + (number ?? 0), 0);

/**
 * One sync from preview to result. It starts by itself as soon as it has records. A single record that asks nobody
 * anything is run at once, unless the person wants to see changes first; everything else is shown before it is written.
 *
 * Fires `finished` with `{ items }` (BillingRunItem) when a run has ended, and `close` when the person is done.
 */
export default class BillingSyncRun extends LightningElement {
  /** Shows changes before they are written, whatever the person prefers. */
  @api showFirst = false;

  /** Ids of the records, all of one object. Other ids begin another sync. */
  @api
  get recordIds() {
    return this.ids;
  }
  set recordIds(ids) {
    this.ids = [...new Set(ids ?? [])];
    if (this.isConnected) this.look();
  }

  ids = [];
  /** `looking`, `deciding`, `running`, `finished` or `failed`. */
  stage = 'looking';
  previews = [];
  lookedAt = 0;
  decisions = new Map();
  runs = new Map();
  error;
  failure;
  isExpired = false;
  prefersFirst = showsChangesFirst();

  label = label;
  /** Counts what was begun: an answer to an earlier beginning is dropped. */
  turn = 0;
  /** Prevents the next look at a run. */
  cancelLook = () => {};
  focusWanted = false;

  connectedCallback() {
    this.look();
  }

  renderedCallback() {
    if (!this.focusWanted) return;
    this.focusWanted = false;
    this.refs.heading?.focus();
  }

  disconnectedCallback() {
    this.turn += 1;
    this.cancelLook();
  }

  // ---- what is shown

  get isLooking() {
    return this.stage === 'looking' && this.ids.length > 0;
  }
  get isDeciding() {
    return this.stage === 'deciding';
  }
  get isRunning() {
    return this.stage === 'running';
  }
  get hasFailed() {
    return this.stage === 'failed';
  }
  get isNoneChosen() {
    return this.ids.length === 0;
  }

  get items() {
    return this.previews.flatMap(({ items }) => items ?? []);
  }
  get runItems() {
    return [...this.runs.values()].flatMap(({ items }) => items ?? []);
  }
  /** With what the person has seen before it was written. */
  get results() {
    const seen = new Map(this.items.map((item) => [item.operationId, item]));
    return this.runItems.map((item) => {
      const { operationId } = item;
      const proposed = seen.get(operationId);
      return proposed ? { ...item, written: writtenBy(proposed, this.decisions.get(operationId)) } : item;
    });
  }
  get hasRunItems() {
    return this.runItems.length > 0;
  }

  get runnable() {
    return this.previews.filter(({ runId }) => runId);
  }
  get hasRunnable() {
    return this.runnable.length > 0;
  }
  get callouts() {
    return sum(this.runnable.map(({ callouts }) => callouts));
  }
  get transactions() {
    return sum(this.runnable.map(({ transactions }) => transactions));
  }

  get heading() {
    if (this.stage === 'finished') return this.finishedHeading;
    if (this.stage !== 'deciding') return '';
    if (this.hasRunnable) return label.deciding;
    if (this.items.some(({ outcome }) => outcome !== 'unchanged')) return label.nothingToWrite;
    return this.items.some(isNoted) ? label.noted : label.allInSync;
  }

  get finishedHeading() {
    const open = this.runItems.filter(({ state }) => state !== 'done').length;
    return open === 0 ? label.finished : fill(label.notFinished, open, this.runItems.length);
  }

  /** Read out by screen readers whenever it changes. */
  get announcement() {
    if (this.isNoneChosen) return '';
    if (this.stage === 'looking') return label.looking;
    return this.stage === 'running' ? label.running : this.heading;
  }

  get percent() {
    if (this.isRunning) {
      const ended = this.runItems.filter(({ state }) => state !== 'queued' && state !== 'running').length;
      return this.hasRunItems ? Math.round((100 * ended) / this.runItems.length) : 0;
    }
    return Math.round((100 * this.lookedAt) / this.ids.length);
  }
  get progressText() {
    return fill(label.progress, this.lookedAt, this.ids.length);
  }
  get hasProgress() {
    return this.ids.length > 1;
  }

  get openDecisions() {
    return this.items.flatMap((item) => openOperations(item, this.decisions));
  }
  get openDecisionsText() {
    const { length } = this.openDecisions;
    if (length === 0) return '';
    return this.cannotWrite ? label.chooseFirst : fill(label.openDecisions, length);
  }
  get cannotWrite() {
    const open = new Set(this.openDecisions);
    return this.isExpired || this.items.flatMap(operationsOf).every((operationId) => open.has(operationId));
  }

  get offersPreference() {
    return !this.showFirst && this.ids.length === 1 && !this.isRunning && !this.isLooking;
  }
  get canLookAgain() {
    return this.stage === 'finished' || (this.isDeciding && (this.isExpired || !this.hasRunnable));
  }
  get canWrite() {
    return this.isDeciding && this.hasRunnable && !this.isExpired;
  }
  get closeLabel() {
    return this.canWrite ? label.cancel : label.close;
  }

  // ---- what people do

  handleDecide(event) {
    this.decisions = decided(this.decisions, event.detail);
  }

  handleWrite() {
    if (this.runnable.some(({ expiresAt }) => expiresAt && new Date(expiresAt) <= new Date())) {
      this.isExpired = true;
      return;
    }
    this.write(this.turn);
  }

  handleLookAgain() {
    this.look();
  }

  handleRetry() {
    this.failure.retry();
  }

  handlePreference(event) {
    this.prefersFirst = event.target.checked;
    rememberShowChangesFirst(this.prefersFirst);
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  // ---- what happens

  /** Reads both sides anew. What was decided before is forgotten, as it was about older values. */
  async look() {
    this.turn += 1;
    this.cancelLook();
    this.previews = [];
    this.decisions = new Map();
    this.runs = new Map();
    this.isExpired = false;
    this.failure = undefined;
    this.lookedAt = 0;
    this.stage = 'looking';
    if (this.ids.length > 0) {
      const { turn } = this;
      const again = { label: label.lookAgain, retry: () => this.look() };
      await this.attempt(turn, label.lookFailed, again, () => this.lookAt(turn, this.ids));
    }
  }

  /** One call looks at as many records as fit its transaction and says which are left for the next. */
  async lookAt(turn, left) {
    const preview = await getPreview({ recordIds: left });
    if (turn !== this.turn) return;
    const remaining = preview.remaining ?? [];
    if (remaining.length >= left.length) throw new Error(label.noProgress);
    this.previews = [...this.previews, preview];
    this.lookedAt = this.ids.length - remaining.length;
    if (remaining.length > 0) await this.lookAt(turn, remaining);
    else await this.afterLooking(turn);
  }

  async afterLooking(turn) {
    if (this.hasRunnable && !this.mustShow()) await this.write(turn);
    else this.show('deciding');
  }

  mustShow() {
    return this.showFirst || this.prefersFirst || this.ids.length > 1 || this.items.some(asksPerson);
  }

  /** A run that failed half-way is never sent again: another look finds out what became of it. */
  async write(turn) {
    this.stage = 'running';
    const again = { label: label.lookAgain, retry: () => this.look() };
    await this.attempt(turn, label.runFailed, again, () => this.start(turn, this.runnable));
    if (turn === this.turn && !this.failure) await this.follow(turn);
  }

  /** Previews are run one after another, as each of them holds records. */
  async start(turn, [preview, ...others]) {
    const { runId, items } = preview;
    const run = await runPreview({
      runId,
      decisions: decisionsFor(items.flatMap(operationsOf), this.decisions),
    });
    if (turn !== this.turn) return;
    this.keep(run);
    if (others.length > 0) await this.start(turn, others);
  }

  /** Looks at what goes on in the background until it has ended. */
  async follow(turn) {
    this.failure = undefined;
    this.stage = 'running';
    const again = { label: label.checkAgain, retry: () => this.follow(turn) };
    await this.attempt(turn, label.followFailed, again, () => this.followUp(turn, 0));
  }

  async followUp(turn, look) {
    const runIds = this.unfinished();
    if (runIds.length === 0) {
      this.finish();
      return;
    }
    await new Promise((resolve) => {
      this.cancelLook = later(pauseBefore(look), resolve);
    });
    const runs = await Promise.all(runIds.map((runId) => getProgress({ runId })));
    if (turn !== this.turn) return;
    runs.forEach((run) => this.keep(run));
    await this.followUp(turn, look + 1);
  }

  unfinished() {
    return [...this.runs.values()].filter(({ finished }) => !finished).map(({ runId }) => runId);
  }

  keep(run) {
    this.runs = new Map(this.runs).set(run.runId, run);
  }

  finish() {
    const items = this.runItems;
    this.show('finished');
    notifyRecordUpdateAvailable(this.ids.map((recordId) => ({ recordId })));
    this.dispatchEvent(new RefreshEvent());
    this.dispatchEvent(new CustomEvent('finished', { detail: { items } }));
  }

  /** Work that may fail: then the error is shown with the way out that fits. */
  async attempt(turn, heading, { label: retryLabel, retry }, work) {
    try {
      await work();
    } catch (error) {
      if (turn !== this.turn) return;
      this.failure = { error, heading, retryLabel, retry };
      this.show('failed');
    }
  }

  show(stage) {
    this.stage = stage;
    this.focusWanted = true;
  }
}
