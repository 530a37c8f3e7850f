import { LightningElement, api } from 'lwc';
import { FlowNavigationFinishEvent } from 'lightning/flowSupport';
import { areMany } from 'c/billingPreviewItems';
import title from '@salesforce/label/c.BillingSyncTitle';

/** The one screen of the flow behind the list button: there is no button on a list that opens a component by itself. */
export default class BillingSyncSelected extends LightningElement {
  /** Ids of the selected records, as the list gives them to the flow. */
  @api ids = [];

  label = { title };

  get areMany() {
    return areMany(this.ids);
  }

  /** Finishing the flow leads back to the list. */
  handleClose() {
    this.dispatchEvent(new FlowNavigationFinishEvent());
  }
}
