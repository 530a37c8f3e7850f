import caption from '@salesforce/label/c.BillingChangesCaption';
import columnBilling from '@salesforce/label/c.BillingChangesColumnBilling';
import columnDirection from '@salesforce/label/c.BillingChangesColumnDirection';
import columnResult from '@salesforce/label/c.BillingChangesColumnResult';
import columnSalesforce from '@salesforce/label/c.BillingChangesColumnSalesforce';
import empty from '@salesforce/label/c.BillingChangesEmpty';
import keepBilling from '@salesforce/label/c.BillingChangesKeepBilling';
import keepSalesforce from '@salesforce/label/c.BillingChangesKeepSalesforce';
import ownerBilling from '@salesforce/label/c.BillingChangesOwnerBilling';
import ownerSalesforce from '@salesforce/label/c.BillingChangesOwnerSalesforce';
import ownerShared from '@salesforce/label/c.BillingChangesOwnerShared';
import question from '@salesforce/label/c.BillingChangesQuestion';
import toBilling from '@salesforce/label/c.BillingChangesToBilling';
import toSalesforce from '@salesforce/label/c.BillingChangesToSalesforce';
import undecided from '@salesforce/label/c.BillingChangesUndecided';

export const label = {
  caption,
  columnBilling,
  columnDirection,
  columnResult,
  columnSalesforce,
  empty,
  keepBilling,
  keepSalesforce,
  ownerBilling,
  ownerSalesforce,
  ownerShared,
  question,
  toBilling,
  toSalesforce,
  undecided,
};
