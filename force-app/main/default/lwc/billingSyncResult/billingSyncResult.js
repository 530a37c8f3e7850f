import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fill } from 'c/billingFormat';
import { stateOf } from 'c/billingStates';
import { label } from './labels';

/** One sentence for each direction in which something went. */
const doneWith = (written = {}) =>
  ['toBilling', 'toSalesforce']
    .filter((direction) => written[direction]?.length > 0)
    .map((direction) => fill(label[direction], written[direction].join(', ')));

/**
 * Operations and what became of them, those that need a person first. Fires `retry` for another look, and
 * `decide` with `{ operationId }` for one that waits for a person, if `canDecide`.
 */
export default class BillingSyncResult extends NavigationMixin(LightningElement) {
  /** BillingRunItem; with `written`, what was agreed to: labels of fields in `toBilling` and `toSalesforce`. */
  @api items = [];
  /** Offers admins to decide about what is parked. */
  @api canDecide = false;

  label = label;

  get rows() {
    return (this.items ?? []).map((item) => ({
      ...item,
      known: stateOf(item),
      number: item.billingNumber ? fill(label.number, item.billingNumber) : '',
      reasons: item.reason ? [item.reason] : [],
      message: item.reason ? '' : item.message,
      calls: item.canOpen ? fill(label.calls, item.operationName) : '',
      canDecide: this.canDecide && item.canOpen && item.state === 'parked',
      trace: this.traceOf(item),
      done: item.state === 'done' ? doneWith(item.written) : [],
    }));
  }

  /** Status and correlation id tell an administrator which call to look for, and a rep nothing. */
  traceOf({ adminMessage, reason, httpStatus, correlationId }) {
    if (!adminMessage) return '';
    const parts = [
      reason?.adminMessage ? '' : adminMessage,
      httpStatus && fill(label.status, httpStatus),
      correlationId && fill(label.correlation, correlationId),
    ];
    return parts.filter(Boolean).join(' ');
  }

  handleCalls(event) {
    event.preventDefault();
    const attributes = { recordId: event.target.dataset.id, actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }

  handleDecide(event) {
    const { id: operationId } = event.target.dataset;
    this.dispatchEvent(new CustomEvent('decide', { detail: { operationId } }));
  }

  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
