import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import title from '@salesforce/label/c.BillingResolveTitle';

/** Screen action on an operation. The platform sets the record only after the component stands. */
export default class BillingResolve extends LightningElement {
  /** Id of the operation on whose page the action was clicked. */
  @api recordId;

  label = { title };

  handleClose() {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
