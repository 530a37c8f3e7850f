import { LightningElement, api } from 'lwc';

/** Tabs of a record page. */
export default class Tabs extends LightningElement {
  @api tabs = [];
  @api recordId;
  @api objectApiName;
  @api record;
  @api info;

  get keyed() {
    return this.tabs.map((tab, index) => ({ ...tab, key: `${index}` }));
  }
}
