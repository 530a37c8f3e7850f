import { LightningElement, api } from 'lwc';
import { loadComponent } from 'host/components';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { messageOf } from 'host/messages';

/** A quick action without a screen: its component is made, gets the record, and its `invoke` is called. */
export default class HeadlessAction extends LightningElement {
  @api name;
  @api recordId;
  @api objectApiName;

  component;
  isInvoked = false;

  async connectedCallback() {
    try {
      this.component = await loadComponent(this.name);
    } catch (error) {
      this.fail(error);
    }
  }

  renderedCallback() {
    const element = this.template.querySelector('[data-component]');
    if (!element || this.isInvoked) return;
    this.isInvoked = true;
    element.recordId = this.recordId;
    element.objectApiName = this.objectApiName;
    try {
      // The platform does not wait for what it returns.
      element.invoke();
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    console.error(error);
    this.dispatchEvent(
      new ShowToastEvent({ title: `c/${this.name} failed`, message: messageOf(error), variant: 'error' }),
    );
  }
}
