import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { CLOSE_ACTION_SCREEN } from 'lightning/actions';

/** The window of a screen action. As on the platform the component gets its record after it has been connected. */
export default class ActionModal extends LightningModal {
  @api component;
  @api recordId;
  @api objectApiName;

  properties = {};

  connectedCallback() {
    this.template.addEventListener(CLOSE_ACTION_SCREEN, (event) => {
      event.stopPropagation();
      this.close();
    });
  }

  handleLoaded() {
    const { element } = this.template.querySelector('shell-component');
    element.recordId = this.recordId;
    element.objectApiName = this.objectApiName;
  }
}
