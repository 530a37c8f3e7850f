import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import title from '@salesforce/label/c.BillingResolveTitle';

/** The decision about an operation in a window. Closes with `true` after one was made. */
export default class BillingResolveModal extends LightningModal {
  /** The operation. */
  @api operationId;

  /** `label` is the window's own. */
  labels = { title };

  handleClose(event) {
    this.close(event.detail.isDone);
  }
}
