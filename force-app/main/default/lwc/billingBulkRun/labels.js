import canClose from '@salesforce/label/c.BillingRunCanClose';
import cancel from '@salesforce/label/c.BillingCancel';
import checkAgain from '@salesforce/label/c.BillingRunCheckAgain';
import close from '@salesforce/label/c.BillingClose';
import finished from '@salesforce/label/c.BillingBulkFinished';
import followFailed from '@salesforce/label/c.BillingRunFollowFailed';
import looking from '@salesforce/label/c.BillingBulkLooking';
import question from '@salesforce/label/c.BillingBulkQuestion';
import start from '@salesforce/label/c.BillingBulkStart';
import startFailed from '@salesforce/label/c.BillingRunFailed';
import writing from '@salesforce/label/c.BillingBulkWriting';

export const label = {
  canClose,
  cancel,
  checkAgain,
  close,
  finished,
  followFailed,
  looking,
  question,
  start,
  startFailed,
  writing,
};
