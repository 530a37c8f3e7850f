import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import { label } from './labels';

const directions = {
  toBilling: label.toBilling,
  toSalesforce: label.toSalesforce,
  undecided: label.undecided,
};
const owners = { salesforce: label.ownerSalesforce, billing: label.ownerBilling, shared: label.ownerShared };

const shown = (text) => (text === null || text === undefined || text === '' ? label.empty : text);

/** The fields that differ. Where both sides changed one, fires `side` with `{ key, side }` once a person chose. */
export default class BillingChanges extends LightningElement {
  /** BillingChangeView: key, label, salesforceValue, billingValue, newValue, owner, direction. */
  @api changes = [];
  /** What was chosen so far: change key to `salesforce` or `billing`. */
  @api sides = {};
  /** Name of the record, so that lists can be told apart. */
  @api recordName = '';
  /** Only shows: nothing can be chosen. */
  @api readOnly = false;

  label = label;

  get caption() {
    return fill(label.caption, this.recordName);
  }

  get hasChanges() {
    return (this.changes ?? []).length > 0;
  }

  get rows() {
    return this.changes.map((change) => {
      const asks = change.direction === 'undecided' && !this.readOnly;
      const values = { salesforce: shown(change.salesforceValue), billing: shown(change.billingValue) };
      return {
        ...change,
        ...values,
        asks,
        isDecided: change.direction !== 'undecided',
        result: shown(change.newValue),
        directionLabel: directions[change.direction],
        ownerLabel: owners[change.owner],
        question: fill(label.question, change.label),
        side: this.sides?.[change.key],
        options: [
          { value: 'salesforce', label: fill(label.keepSalesforce, values.salesforce) },
          { value: 'billing', label: fill(label.keepBilling, values.billing) },
        ],
      };
    });
  }

  handleSide(event) {
    const { key } = event.target.dataset;
    this.dispatchEvent(new CustomEvent('side', { detail: { key, side: event.detail.value } }));
  }
}
