import decide from '@salesforce/label/c.BillingResolveButton';
import calls from '@salesforce/label/c.BillingResultCalls';
import correlation from '@salesforce/label/c.BillingResultCorrelation';
import number from '@salesforce/label/c.BillingItemNumber';
import status from '@salesforce/label/c.BillingResultStatus';

export const label = { calls, correlation, decide, number, status };
