import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { refreshApex } from '@salesforce/apex';
import countOpen from '@salesforce/apex/ParcelScales.countOpen';
import weigh from '@salesforce/apex/ParcelScales.weigh';
import title from '@salesforce/label/c.ParcelPanelTitle';
import NAME from '@salesforce/schema/Parcel__c.Name';

/** A panel beside the record. */
export default class ParcelPanel extends LightningElement {
  @api recordId;

  label = { title };
  problem;

  @wire(getRecord, { recordId: '$recordId', fields: [NAME] })
  parcel;

  @wire(countOpen)
  open;

  get name() {
    return getFieldValue(this.parcel.data, NAME);
  }

  async handleWeigh() {
    this.problem = undefined;
    try {
      const weight = await weigh({ recordId: this.recordId });
      await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      await refreshApex(this.open);
      this.dispatchEvent(
        new ShowToastEvent({
          title: 'Weighed',
          message: '{0} has {1}',
          messageData: [
            { url: `/lightning/r/Parcel__c/${this.recordId}/view`, label: this.name },
            `${weight} kg`,
          ],
          variant: 'success',
        }),
      );
    } catch (error) {
      this.problem = error.body.message;
    }
  }
}
