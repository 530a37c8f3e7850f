import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { areMany } from 'c/billingPreviewItems';
import title from '@salesforce/label/c.BillingSyncTitle';

/** A sync in a window. Open it with `billingSyncModal.open({ label, recordIds, showFirst, size })`. */
export default class BillingSyncModal extends LightningModal {
  /** Ids of the records, all of one object. */
  @api recordIds = [];
  /** Shows changes before they are written, whatever the person prefers. */
  @api showFirst = false;

  /** `label` is the window's own. */
  labels = { title };

  get areMany() {
    return areMany(this.recordIds);
  }

  handleClose() {
    this.close();
  }
}
