import { LightningElement } from 'lwc';
import PARCEL from '@salesforce/schema/Parcel__c';
import NAME from '@salesforce/schema/Parcel__c.Name';
import STATUS from '@salesforce/schema/Parcel__c.Status__c';
import WEIGHT from '@salesforce/schema/Parcel__c.Weight__c';

/** A record form for a new parcel, on a page of its own. */
export default class ParcelForm extends LightningElement {
  parcel = PARCEL;
  fields = [NAME, WEIGHT];
  savedName = '';

  handleSubmit(event) {
    event.preventDefault();
    const fields = { ...event.detail.fields, [STATUS.fieldApiName]: 'Weighed' };
    this.template.querySelector('lightning-record-edit-form').submit(fields);
  }

  handleSuccess(event) {
    this.savedName = event.detail.fields.Name.value;
  }
}
