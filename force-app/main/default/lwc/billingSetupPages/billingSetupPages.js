import { LightningElement } from 'lwc';
import { fill, qualified } from 'c/billingFormat';
import actions from '@salesforce/label/c.BillingSetupPagesActions';
import buttons from '@salesforce/label/c.BillingSetupPagesButtons';
import heading from '@salesforce/label/c.BillingSetupStepPages';
import help from '@salesforce/label/c.BillingSetupPagesHelp';
import lists from '@salesforce/label/c.BillingSetupPagesLists';
import openText from '@salesforce/label/c.BillingSetupPagesOpen';

const objects = ['Account', 'Order', 'Product2'];

const row = (apiName) => ({
  apiName,
  pages: `/lightning/setup/ObjectManager/${apiName}/LightningPages/view`,
  pagesText: fill(openText, apiName),
  searches: `/lightning/setup/ObjectManager/${apiName}/SearchLayouts/view`,
  searchesText: fill(buttons, apiName),
});

/** A checklist of what an admin places by hand, because no package can look at the pages of an org. */
export default class BillingSetupPages extends LightningElement {
  label = { actions, heading, help, lists };
  rows = [...objects, qualified('Subscription__c')].map(row);
}
