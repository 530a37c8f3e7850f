import { LightningElement, api } from 'lwc';
import lastSynced from '@salesforce/label/c.BillingPanelLastSynced';
import never from '@salesforce/label/c.BillingPanelNever';
import notLinked from '@salesforce/label/c.BillingPanelNotLinked';
import number from '@salesforce/label/c.BillingPanelNumber';
import status from '@salesforce/label/c.BillingPanelStatus';

/** Number, status, money and age of what a record is linked to. */
export default class BillingPanelFacts extends LightningElement {
  /** BillingPanelState. */
  @api state;

  label = { lastSynced, never, notLinked, number, status };

  get link() {
    const links = this.state.links ?? [];
    return links.find(({ primary }) => primary) ?? links[0];
  }

  /** The reasons below say it in the same words, with a way on. */
  get saysNotLinked() {
    return !(this.state.reasons ?? []).some(({ name }) => name === 'notLinked');
  }

  get number() {
    return this.link?.billingNumber ?? this.link?.billingId;
  }

  get money() {
    return (this.state.money ?? []).filter(({ amount }) => amount !== null && amount !== undefined);
  }
}
