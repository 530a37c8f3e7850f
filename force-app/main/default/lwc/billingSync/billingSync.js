import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import close from '@salesforce/label/c.BillingClose';
import notAvailable from '@salesforce/label/c.BillingSyncNotAvailable';
import title from '@salesforce/label/c.BillingSyncTitle';

/** Screen action Sync. Until the sync release it only says that it is not available. */
export default class BillingSync extends LightningElement {
  /** Id of the record on whose page the action was clicked. */
  @api recordId;

  label = { close, notAvailable, title };

  handleClose() {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
