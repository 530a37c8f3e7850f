import { LightningElement, api } from 'lwc';
import { messagesOf } from 'c/billingErrors';
import errorIcon from '@salesforce/label/c.BillingError';

/** An error in plain words. Fires `retry` when there is a button for it. */
export default class BillingErrorPanel extends LightningElement {
  /** Whatever was thrown or came by a wire, or a list of such. */
  @api error;
  /** What was tried, as a heading. */
  @api heading;
  /** Text of the button that tries again; no button without it. */
  @api retryLabel;

  label = { errorIcon };

  get messages() {
    return messagesOf(this.error);
  }

  get hasMessages() {
    return this.messages.length > 0;
  }

  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
