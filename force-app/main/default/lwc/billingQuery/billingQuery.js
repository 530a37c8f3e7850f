import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import close from '@salesforce/label/c.BillingClose';
import title from '@salesforce/label/c.BillingQueryTitle';

/** Screen action Query: the record as the billing system has it now. */
export default class BillingQuery extends LightningElement {
  /** Id of the record on whose page the action was clicked; comes late. */
  @api recordId;

  label = { close, title };

  handleClose() {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
