import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import title from '@salesforce/label/c.BillingSyncTitle';

/** Screen action Sync. The platform sets the record only after the component stands, so the sync waits for it. */
export default class BillingSync extends LightningElement {
  /** Id of the record on whose page the action was clicked. */
  @api
  get recordId() {
    return this.recordIds[0];
  }
  set recordId(id) {
    if (id && id !== this.recordIds[0]) this.recordIds = [id];
  }

  recordIds = [];

  label = { title };

  get hasRecord() {
    return this.recordIds.length > 0;
  }

  handleClose() {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
