import busy from '@salesforce/label/c.BillingLoading';
import cancel from '@salesforce/label/c.BillingCancel';
import connection from '@salesforce/label/c.BillingLinkConnection';
import failed from '@salesforce/label/c.BillingLinkFailed';
import found from '@salesforce/label/c.BillingLinkFound';
import link from '@salesforce/label/c.BillingLinkDo';
import question from '@salesforce/label/c.BillingLinkQuestion';
import search from '@salesforce/label/c.BillingLinkSearch';
import text from '@salesforce/label/c.BillingLinkText';
import title from '@salesforce/label/c.BillingLinkTitle';
import warning from '@salesforce/label/c.BillingLinkWarning';

export const labels = {
  busy,
  cancel,
  connection,
  failed,
  found,
  link,
  question,
  search,
  text,
  title,
  warning,
};
