import comparing from '@salesforce/label/c.BillingPanelComparing';
import compare from '@salesforce/label/c.BillingPanelCompare';
import compareAgain from '@salesforce/label/c.BillingPanelCompareAgain';
import compareFailed from '@salesforce/label/c.BillingPanelCompareFailed';
import decideTitle from '@salesforce/label/c.BillingResolveTitle';
import differs from '@salesforce/label/c.BillingPanelDiffers';
import loadFailed from '@salesforce/label/c.BillingPanelLoadFailed';
import open from '@salesforce/label/c.BillingPanelOpen';
import operations from '@salesforce/label/c.BillingPanelOperations';
import orders from '@salesforce/label/c.BillingPanelOrders';
import query from '@salesforce/label/c.BillingPanelQuery';
import queryTitle from '@salesforce/label/c.BillingQueryTitle';
import sync from '@salesforce/label/c.BillingPanelSync';
import syncNow from '@salesforce/label/c.BillingPanelSyncNow';
import syncTitle from '@salesforce/label/c.BillingSyncTitle';
import title from '@salesforce/label/c.BillingPanelTitle';
import tryAgain from '@salesforce/label/c.BillingTryAgain';
import why from '@salesforce/label/c.BillingPanelWhy';

export const label = {
  comparing,
  compare,
  compareAgain,
  compareFailed,
  decideTitle,
  differs,
  loadFailed,
  open,
  operations,
  orders,
  query,
  queryTitle,
  sync,
  syncNow,
  syncTitle,
  title,
  tryAgain,
  why,
};
