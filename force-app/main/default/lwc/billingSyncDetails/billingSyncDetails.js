import { LightningElement, api } from 'lwc';
import { changesOf, chosenCandidate, missingValues, willBeCreated } from 'c/billingPreviewItems';
import nothing from '@salesforce/label/c.BillingDetailsNothing';

/** Only for the object that sales creates in billing by hand may a person choose values that have a default. */
const objectWithChoices = 'Account';

/** The choice stands right below: a button that leads to it would lead nowhere. */
const withoutWayHere = (reason) => ({
  ...reason,
  remedy: reason.remedy === 'resolveConflict' ? 'none' : reason.remedy,
});

/**
 * One record of a preview, without those below it. Fires `decide` when a person chose something, with
 * `{ operationId, sides }`, `{ operationId, linkTo }` or `{ operationId, values }`, and `retry` for another look; the
 * views above hand both on to the one that keeps decisions.
 */
export default class BillingSyncDetails extends LightningElement {
  /** BillingPreviewItem. */
  @api item;
  /** The operation that decisions belong to: the item's own, or that of the record above it. */
  @api operationId;
  /** What was decided so far for that operation. */
  @api decision = {};
  /** Only shows: nothing can be chosen. */
  @api readOnly = false;

  label = { nothing };

  get reasons() {
    const reasons = chosenCandidate(this.item, this.decision)?.reasons ?? this.item.reasons ?? [];
    return this.readOnly ? reasons : reasons.map(withoutWayHere);
  }

  get changes() {
    return changesOf(this.item, this.decision);
  }

  get candidates() {
    return this.item.candidates ?? [];
  }

  get sides() {
    return this.decision?.sides ?? {};
  }

  get hasCandidates() {
    return this.candidates.length > 0 && !this.readOnly;
  }

  get hasChoices() {
    const { objectName, connectionId } = this.item;
    const offers = objectName === objectWithChoices || missingValues(this.item).length > 0;
    return !this.readOnly && offers && willBeCreated(this.item, this.decision) && Boolean(connectionId);
  }

  get isEmpty() {
    return this.reasons.length + this.changes.length + this.candidates.length === 0;
  }

  handleSide(event) {
    const { key, side } = event.detail;
    this.decide({ sides: { [key]: side } });
  }

  handleLink(event) {
    this.decide({ linkTo: event.detail.linkTo });
  }

  handleChoice(event) {
    this.decide({ values: event.detail.values });
  }

  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  decide(choice) {
    const detail = { operationId: this.operationId, ...choice };
    this.dispatchEvent(new CustomEvent('decide', { detail }));
  }
}
