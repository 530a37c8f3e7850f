import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';

/** A screen action. */
export default class ParcelWeigh extends LightningElement {
  hadRecordAtFirst = false;

  @api recordId;

  connectedCallback() {
    this.hadRecordAtFirst = this.recordId !== undefined;
  }

  get message() {
    return this.hadRecordAtFirst ? `${this.recordId} came early` : `${this.recordId} came late`;
  }

  handleClose() {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
