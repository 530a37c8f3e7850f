import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { isNoPermission, messagesOf } from 'c/billingErrors';
import address from '@salesforce/apex/BillingOpenController.address';
import blocked from '@salesforce/label/c.BillingOpenBlocked';
import failed from '@salesforce/label/c.BillingOpenFailed';
import opened from '@salesforce/label/c.BillingOpenOpened';

/** Headless action Open: the record's page in the billing system, in a tab of its own. */
export default class BillingOpen extends LightningElement {
  isAsking = false;

  /** Id of the record on whose page the action was clicked. */
  @api recordId;

  /**
   * Called by the platform when the action is clicked. It does not wait for the end, so a click while the address is
   * asked for does nothing.
   */
  @api
  async invoke() {
    if (this.isAsking) return;
    this.isAsking = true;
    await address({ recordId: this.recordId }).then(
      (answer) => this.open(answer),
      (error) => this.say(isNoPermission(error) ? 'warning' : 'error', messagesOf(error).join(' ')),
    );
    this.isAsking = false;
  }

  open({ url, label, reasons }) {
    if (!url) {
      const texts = reasons.flatMap(({ message, adminMessage }) => [message, adminMessage]);
      this.say('warning', texts.filter(Boolean).join(' '));
      return;
    }
    // The click is over by now, so the browser may block the window, and does not tell: hence the link.
    window.open(url, '_blank', 'noopener,noreferrer');
    this.dispatchEvent(
      new ShowToastEvent({ title: opened, message: blocked, messageData: [{ url, label }], variant: 'info' }),
    );
  }

  say(variant, message) {
    this.dispatchEvent(new ShowToastEvent({ title: failed, message, variant, mode: 'sticky' }));
  }
}
