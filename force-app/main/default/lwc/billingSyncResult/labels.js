import cancelled from '@salesforce/label/c.BillingStateCancelled';
import correlation from '@salesforce/label/c.BillingResultCorrelation';
import done from '@salesforce/label/c.BillingStateDone';
import failed from '@salesforce/label/c.BillingStateFailed';
import number from '@salesforce/label/c.BillingItemNumber';
import parked from '@salesforce/label/c.BillingStateParked';
import queued from '@salesforce/label/c.BillingStateQueued';
import running from '@salesforce/label/c.BillingStateRunning';
import status from '@salesforce/label/c.BillingResultStatus';
import waiting from '@salesforce/label/c.BillingStateWaiting';

export const label = {
  cancelled,
  correlation,
  done,
  failed,
  number,
  parked,
  queued,
  running,
  status,
  waiting,
};
