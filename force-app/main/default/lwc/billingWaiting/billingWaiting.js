import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.BillingLoading';

/** Holds the place of what is not there yet, and says so to screen readers. */
export default class BillingWaiting extends LightningElement {
  /** What goes on; that it loads, if nothing is said. */
  @api text = loading;
}
