import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** A headless action. */
export default class ParcelRing extends NavigationMixin(LightningElement) {
  @api recordId;

  @api
  invoke() {
    this[NavigationMixin.Navigate]({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Parcel__c', actionName: 'list' },
      state: { filterName: 'All' },
    });
  }
}
