import heading from '@salesforce/label/c.BillingPanelLinks';
import link from '@salesforce/label/c.BillingPanelLink';
import linkTitle from '@salesforce/label/c.BillingLinkTitle';
import makePrimaryOne from '@salesforce/label/c.BillingPanelMakePrimaryOne';
import primary from '@salesforce/label/c.BillingPanelPrimary';
import primaryFailed from '@salesforce/label/c.BillingPanelPrimaryFailed';
import unlinkOne from '@salesforce/label/c.BillingPanelUnlinkOne';
import unlinkTitle from '@salesforce/label/c.BillingUnlinkTitle';

export const label = {
  heading,
  link,
  linkTitle,
  makePrimaryOne,
  primary,
  primaryFailed,
  unlinkOne,
  unlinkTitle,
};
