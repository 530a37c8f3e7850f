import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import { label } from './labels';

const states = {
  done: { label: label.done, icon: 'utility:success', variant: 'success' },
  queued: { label: label.queued, icon: 'utility:clock', variant: '' },
  running: { label: label.running, icon: 'utility:sync', variant: '' },
  waiting: { label: label.waiting, icon: 'utility:clock', variant: '' },
  failed: { label: label.failed, icon: 'utility:error', variant: 'error' },
  parked: { label: label.parked, icon: 'utility:pause', variant: 'warning' },
  cancelled: { label: label.cancelled, icon: 'utility:ban', variant: '' },
};

function stateOf({ state }) {
  const known = states[state];
  if (!known) throw new Error(`Unknown state of an operation: ${state}`);
  return known;
}

/** Operations and what became of them, those that need a person first. Fires `retry` for another look. */
export default class BillingSyncResult extends LightningElement {
  /** BillingRunItem. */
  @api items = [];

  get rows() {
    return (this.items ?? []).map((item) => ({
      ...item,
      known: stateOf(item),
      number: item.billingNumber ? fill(label.number, item.billingNumber) : '',
      reasons: item.reason ? [item.reason] : [],
      message: item.reason ? '' : item.message,
      trace: this.traceOf(item),
    }));
  }

  /** Status and correlation id tell an administrator which call to look for, and a rep nothing. */
  traceOf({ adminMessage, httpStatus, correlationId }) {
    if (!adminMessage) return '';
    const parts = [
      adminMessage,
      httpStatus && fill(label.status, httpStatus),
      correlationId && fill(label.correlation, correlationId),
    ];
    return parts.filter(Boolean).join(' ');
  }

  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
