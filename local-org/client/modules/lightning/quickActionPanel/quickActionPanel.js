import { LightningElement, api } from 'lwc';

/** The frame that a screen action draws its content in: a heading, the content and a footer. */
export default class QuickActionPanel extends LightningElement {
  static renderMode = 'shadow';

  /** The heading. */
  @api header = '';
  /** The same, as older components name it. */
  @api title = '';

  hasFooter = true;

  get heading() {
    return this.header || this.title;
  }

  get hasHeading() {
    return this.heading !== '';
  }

  get footerClass() {
    return this.hasFooter ? 'slds-modal__footer' : 'slds-hide';
  }

  renderedCallback() {
    this.hasFooter = this.template.querySelector('slot[name="footer"]').assignedElements().length > 0;
  }

  handleFooter(event) {
    this.hasFooter = event.target.assignedElements().length > 0;
  }
}
