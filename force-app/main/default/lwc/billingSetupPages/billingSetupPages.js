import { LightningElement, api } from 'lwc';
import { fill, qualified } from 'c/billingFormat';
import actions from '@salesforce/label/c.BillingSetupPagesActions';
import actionsHow from '@salesforce/label/c.BillingSetupPagesActionsHow';
import buttons from '@salesforce/label/c.BillingSetupPagesButtons';
import heading from '@salesforce/label/c.BillingSetupStepPages';
import help from '@salesforce/label/c.BillingSetupPagesHelp';
import lists from '@salesforce/label/c.BillingSetupPagesLists';
import listsHow from '@salesforce/label/c.BillingSetupPagesListsHow';
import notSeen from '@salesforce/label/c.BillingSetupPagesNotSeen';
import openText from '@salesforce/label/c.BillingSetupPagesOpen';
import panel from '@salesforce/label/c.BillingSetupPagesPanel';
import panelHow from '@salesforce/label/c.BillingSetupPagesPanelHow';
import seenOn from '@salesforce/label/c.BillingSetupPagesSeen';

/** Objects as admins call them, by their names without our namespace. */
const objects = { Account: 'Account', Order: 'Order', Product2: 'Product', Subscription__c: 'Subscription' };

const qualifiedName = (apiName) => (apiName.endsWith('__c') ? qualified(apiName) : apiName);

/** What an admin places by hand. The panel tells where it was shown; the rest no package can see. */
export default class BillingSetupPages extends LightningElement {
  /** The day on which the panel was first shown, by object without namespace. */
  @api seen = {};

  label = { actions, actionsHow, heading, help, lists, listsHow, panel, panelHow };

  get rows() {
    return Object.entries(objects).map(([apiName, name]) => ({
      apiName,
      pages: `/lightning/setup/ObjectManager/${qualifiedName(apiName)}/LightningPages/view`,
      pagesText: fill(openText, name),
      searches: `/lightning/setup/ObjectManager/${qualifiedName(apiName)}/SearchLayouts/view`,
      searchesText: fill(buttons, name),
      seenText: this.seen[apiName] ? fill(seenOn, this.seen[apiName]) : notSeen,
    }));
  }
}
