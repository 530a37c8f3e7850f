import decide from '@salesforce/label/c.BillingResolveButton';
import calls from '@salesforce/label/c.BillingResultCalls';
import correlation from '@salesforce/label/c.BillingResultCorrelation';
import number from '@salesforce/label/c.BillingItemNumber';
import status from '@salesforce/label/c.BillingResultStatus';
import toBilling from '@salesforce/label/c.BillingResultToBilling';
import toSalesforce from '@salesforce/label/c.BillingResultToSalesforce';

export const label = { calls, correlation, decide, number, status, toBilling, toSalesforce };
