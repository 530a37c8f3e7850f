import blocked from '@salesforce/label/c.BillingBulkBlocked';
import failed from '@salesforce/label/c.BillingBulkFailed';
import later from '@salesforce/label/c.BillingBulkLater';
import show from '@salesforce/label/c.BillingBulkShow';
import toDecide from '@salesforce/label/c.BillingBulkToDecide';

export const label = { blocked, failed, later, show, toDecide };
