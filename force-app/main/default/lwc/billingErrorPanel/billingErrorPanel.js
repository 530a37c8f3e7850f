import { LightningElement, api } from 'lwc';
import { isNoPermission, messagesOf } from 'c/billingErrors';
import errorIcon from '@salesforce/label/c.BillingError';
import noPermission from '@salesforce/label/c.BillingNoPermission';

const failure = { name: 'utility:error', variant: 'error', text: errorIcon };
const closed = { name: 'utility:lock', variant: '', text: '' };

/**
 * An error in plain words. Fires `retry` when there is a button for it. That the person may not is no error: it says so and who
 * can help, and there is nothing to try again.
 */
export default class BillingErrorPanel extends LightningElement {
  /** Whatever was thrown or came by a wire, or a list of such. */
  @api error;
  /** What was tried, as a heading. */
  @api heading;
  /** Text of the button that tries again; no button without it. */
  @api retryLabel;

  get messages() {
    return messagesOf(this.error);
  }

  get hasMessages() {
    return this.messages.length > 0;
  }

  get isClosed() {
    return isNoPermission(this.error);
  }

  get state() {
    return this.isClosed ? 'no-permission' : 'error';
  }

  get role() {
    return this.isClosed ? 'status' : 'alert';
  }

  get icon() {
    return this.isClosed ? closed : failure;
  }

  get shownHeading() {
    return this.isClosed ? noPermission : this.heading;
  }

  get hasRetry() {
    return this.retryLabel && !this.isClosed;
  }

  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
