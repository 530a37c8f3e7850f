import { api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import LightningModal from 'lightning/modal';

/** The screen action Query where there is no action: opened by the panel, also on small screens. */
export default class BillingQueryWindow extends LightningModal {
  /** The record to show. */
  @api recordId;

  constructor() {
    super();
    // The action asks its host to close by an event whose name only the platform's own class knows.
    this.template.addEventListener(new CloseActionScreenEvent().type, () => this.close());
  }
}
