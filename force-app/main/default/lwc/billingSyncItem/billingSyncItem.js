import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import { family, outcomeOf } from 'c/billingPreviewItems';
import numberLabel from '@salesforce/label/c.BillingItemNumber';

/** One record of a preview with all below it. Its details are made when it is opened. Hands on `decide` and `retry`. */
export default class BillingSyncItem extends LightningElement {
  /** BillingPreviewItem, children included. */
  @api item;
  /** Decisions so far, a map by operation id. */
  @api decisions = new Map();
  /** Opened from the start. */
  @api startsOpen = false;
  /** Only shows, on the page of the record itself: nothing can be chosen, name and number are said above. */
  @api readOnly = false;

  isToggled = false;

  get isOpen() {
    return this.startsOpen !== this.isToggled;
  }

  get expanded() {
    return String(this.isOpen);
  }

  get sectionClass() {
    return `slds-section ${this.isOpen ? 'slds-is-open' : ''}`.trim();
  }

  get outcome() {
    return outcomeOf(this.item);
  }

  get number() {
    return this.item.billingNumber ? fill(numberLabel, this.item.billingNumber) : '';
  }

  get members() {
    return family(this.item).map(({ item, depth, operationId }, index) => ({
      key: `${index}:${item.recordId}`,
      item,
      operationId,
      decision: this.decisions.get(operationId) ?? {},
      isBelow: depth > 0,
      title: `${item.objectLabel} ${item.recordName}`,
      outcome: outcomeOf(item),
    }));
  }

  handleToggle() {
    this.isToggled = !this.isToggled;
  }

  /** Decisions and remedies are for the view that keeps them. */
  handleForward({ type, detail }) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
