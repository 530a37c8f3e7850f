import choose from '@salesforce/label/c.BillingQueryChoose';
import connection from '@salesforce/label/c.BillingQueryConnection';
import copied from '@salesforce/label/c.BillingCopied';
import copy from '@salesforce/label/c.BillingCopy';
import copyByHand from '@salesforce/label/c.BillingCopyByHand';
import empty from '@salesforce/label/c.BillingQueryEmpty';
import hidden from '@salesforce/label/c.BillingQueryHidden';
import loadFailed from '@salesforce/label/c.BillingQueryLoadFailed';
import loading from '@salesforce/label/c.BillingLoading';
import match from '@salesforce/label/c.BillingQueryMatch';
import next from '@salesforce/label/c.BillingQueryNext';
import noMatch from '@salesforce/label/c.BillingQueryNoMatch';
import previous from '@salesforce/label/c.BillingQueryPrevious';
import readAgain from '@salesforce/label/c.BillingQueryReadAgain';
import search from '@salesforce/label/c.BillingQuerySearch';
import textTab from '@salesforce/label/c.BillingQueryTextTab';
import treeTab from '@salesforce/label/c.BillingQueryTreeTab';

export const label = {
  choose,
  connection,
  copied,
  copy,
  copyByHand,
  empty,
  hidden,
  loadFailed,
  loading,
  match,
  next,
  noMatch,
  previous,
  readAgain,
  search,
  textTab,
  treeTab,
};
