import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { label } from './labels';

/** The latest calls to billing for a record. Each leads to its entry in the log, with what was sent and answered. */
export default class BillingPanelCalls extends NavigationMixin(LightningElement) {
  /** BillingCallView; empty for whom the log is none of their business. */
  @api calls = [];

  label = label;

  get rows() {
    return this.calls ?? [];
  }
  get hasRows() {
    return this.rows.length > 0;
  }

  handleOpen(event) {
    event.preventDefault();
    const attributes = { recordId: event.target.dataset.id, actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }
}
