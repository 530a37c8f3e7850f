import back from '@salesforce/label/c.BillingBulkBack';
import canClose from '@salesforce/label/c.BillingRunCanClose';
import cancel from '@salesforce/label/c.BillingCancel';
import checkAgain from '@salesforce/label/c.BillingRunCheckAgain';
import close from '@salesforce/label/c.BillingClose';
import done from '@salesforce/label/c.BillingBulkDone';
import followFailed from '@salesforce/label/c.BillingRunFollowFailed';
import looking from '@salesforce/label/c.BillingBulkLooking';
import paused from '@salesforce/label/c.BillingBulkPaused';
import pausedBecause from '@salesforce/label/c.BillingBulkPausedBecause';
import question from '@salesforce/label/c.BillingBulkQuestion';
import start from '@salesforce/label/c.BillingBulkStart';
import startFailed from '@salesforce/label/c.BillingRunFailed';
import stopped from '@salesforce/label/c.BillingBulkStopped';
import waiting from '@salesforce/label/c.BillingBulkWaiting';
import writing from '@salesforce/label/c.BillingBulkWriting';

export const label = {
  back,
  canClose,
  cancel,
  checkAgain,
  close,
  done,
  followFailed,
  looking,
  paused,
  pausedBecause,
  question,
  start,
  startFailed,
  stopped,
  waiting,
  writing,
};
