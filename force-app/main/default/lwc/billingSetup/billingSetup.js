import { LightningElement } from 'lwc';
import title from '@salesforce/label/c.BillingSetupTitle';

/** The set-up page: billing connections, and what it takes to use them, step by step. */
export default class BillingSetup extends LightningElement {
  label = { title };
}
