import allInSync from '@salesforce/label/c.BillingRunAllInSync';
import cancel from '@salesforce/label/c.BillingCancel';
import canClose from '@salesforce/label/c.BillingRunCanClose';
import checkAgain from '@salesforce/label/c.BillingRunCheckAgain';
import chooseFirst from '@salesforce/label/c.BillingRunChooseFirst';
import close from '@salesforce/label/c.BillingClose';
import deciding from '@salesforce/label/c.BillingRunDeciding';
import expired from '@salesforce/label/c.BillingRunExpired';
import finished from '@salesforce/label/c.BillingRunFinished';
import followFailed from '@salesforce/label/c.BillingRunFollowFailed';
import lookAgain from '@salesforce/label/c.BillingRunLookAgain';
import lookFailed from '@salesforce/label/c.BillingRunLookFailed';
import looking from '@salesforce/label/c.BillingRunLooking';
import noneChosen from '@salesforce/label/c.BillingRunNoneChosen';
import noProgress from '@salesforce/label/c.BillingRunNoProgress';
import notFinished from '@salesforce/label/c.BillingRunNotFinished';
import noted from '@salesforce/label/c.BillingRunNoted';
import nothingToWrite from '@salesforce/label/c.BillingRunNothingToWrite';
import openDecisions from '@salesforce/label/c.BillingRunOpenDecisions';
import progress from '@salesforce/label/c.BillingRunProgress';
import runFailed from '@salesforce/label/c.BillingRunFailed';
import running from '@salesforce/label/c.BillingRunRunning';
import showFirst from '@salesforce/label/c.BillingRunShowFirst';
import write from '@salesforce/label/c.BillingRunWrite';

export const label = {
  allInSync,
  cancel,
  canClose,
  checkAgain,
  chooseFirst,
  close,
  deciding,
  expired,
  finished,
  followFailed,
  lookAgain,
  lookFailed,
  looking,
  noneChosen,
  noProgress,
  notFinished,
  noted,
  nothingToWrite,
  openDecisions,
  progress,
  runFailed,
  running,
  showFirst,
  write,
};
