import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import message from '@salesforce/label/c.BillingOpenNotAvailable';
import title from '@salesforce/label/c.BillingOpenTitle';

/** Headless action Open. Until the sync release it only says that it is not available. */
export default class BillingOpen extends LightningElement {
  /** Id of the record on whose page the action was clicked. */
  @api recordId;

  /** Called by the platform when the action is clicked. */
  @api
  invoke() {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'info' }));
  }
}
