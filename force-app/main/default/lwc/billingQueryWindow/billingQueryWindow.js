import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import title from '@salesforce/label/c.BillingQueryTitle';

/** What Query shows, in a window: the panel opens it, also where there are no actions. */
export default class BillingQueryWindow extends LightningModal {
  /** The record to show. */
  @api recordId;

  /** `label` is the window's own. */
  labels = { title };

  handleLeave() {
    this.close();
  }
}
