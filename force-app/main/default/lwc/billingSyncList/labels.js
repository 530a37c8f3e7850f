import chooseList from '@salesforce/label/c.BillingListChooseList';
import chooseObject from '@salesforce/label/c.BillingListChooseObject';
import empty from '@salesforce/label/c.BillingListEmpty';
import failed from '@salesforce/label/c.BillingListFailed';
import intro from '@salesforce/label/c.BillingListIntro';
import most from '@salesforce/label/c.BillingListMost';
import next from '@salesforce/label/c.BillingListNext';
import previous from '@salesforce/label/c.BillingListPrevious';
import reading from '@salesforce/label/c.BillingListReading';
import selected from '@salesforce/label/c.BillingListSelected';
import sync from '@salesforce/label/c.BillingListSync';
import syncTitle from '@salesforce/label/c.BillingSyncTitle';
import title from '@salesforce/label/c.BillingListTitle';
import whole from '@salesforce/label/c.BillingListWhole';

export const label = {
  chooseList,
  chooseObject,
  empty,
  failed,
  intro,
  most,
  next,
  previous,
  reading,
  selected,
  sync,
  syncTitle,
  title,
  whole,
};
