import failed from '@salesforce/label/c.BillingPanelCallsFailed';
import heading from '@salesforce/label/c.BillingPanelCalls';

export const label = { failed, heading };
