import { LightningElement, api } from 'lwc';

/** A screen of a flow that shows what was selected. */
export default class ParcelSelection extends LightningElement {
  @api recordIds = [];

  get text() {
    return `${this.recordIds.length} to weigh`;
  }
}
