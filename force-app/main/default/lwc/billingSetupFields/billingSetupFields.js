import { LightningElement, api } from 'lwc';
import linkProblems from '@salesforce/apex/BillingSetupController.linkProblems';
import { attempt } from 'c/billingSetupCalls';
import CONNECTION from '@salesforce/schema/BillingConnection__c';
import ACCOUNT_AUTOMATION from '@salesforce/schema/BillingConnection__c.AccountAutomation__c';
import ACCOUNT_LINK_TEMPLATE from '@salesforce/schema/BillingConnection__c.AccountLinkTemplate__c';
import ALLOWED_HOSTS from '@salesforce/schema/BillingConnection__c.AllowedHosts__c';
import CHANGES_SUBSCRIPTIONS from '@salesforce/schema/BillingConnection__c.ChangesSubscriptions__c';
import FETCHES_INVOICE_FILES from '@salesforce/schema/BillingConnection__c.FetchesInvoiceFiles__c';
import INVOICE_AUTOMATION from '@salesforce/schema/BillingConnection__c.InvoiceAutomation__c';
import INVOICE_LINK_TEMPLATE from '@salesforce/schema/BillingConnection__c.InvoiceLinkTemplate__c';
import LOG_LEVEL from '@salesforce/schema/BillingConnection__c.LogLevel__c';
import LOG_RETENTION_DAYS from '@salesforce/schema/BillingConnection__c.LogRetentionDays__c';
import ORDER_AUTOMATION from '@salesforce/schema/BillingConnection__c.OrderAutomation__c';
import ORDER_LINK_TEMPLATE from '@salesforce/schema/BillingConnection__c.OrderLinkTemplate__c';
import PRODUCT_AUTOMATION from '@salesforce/schema/BillingConnection__c.ProductAutomation__c';
import PRODUCT_LINK_TEMPLATE from '@salesforce/schema/BillingConnection__c.ProductLinkTemplate__c';
import SENDS_ORDERS from '@salesforce/schema/BillingConnection__c.SendsOrders__c';
import SENDS_ORDER_NUMBER from '@salesforce/schema/BillingConnection__c.SendsOrderNumber__c';
import SENDS_PRODUCTS from '@salesforce/schema/BillingConnection__c.SendsProducts__c';
import SUBSCRIPTION_AUTOMATION from '@salesforce/schema/BillingConnection__c.SubscriptionAutomation__c';
import SUBSCRIPTION_LINK_TEMPLATE from '@salesforce/schema/BillingConnection__c.SubscriptionLinkTemplate__c';
import UPDATES_ACCOUNTS from '@salesforce/schema/BillingConnection__c.UpdatesAccounts__c';
import features from '@salesforce/label/c.BillingSetupStepFeatures';
import featuresHelp from '@salesforce/label/c.BillingSetupFeaturesHelp';
import levels from '@salesforce/label/c.BillingSetupStepLevels';
import levelsHelp from '@salesforce/label/c.BillingSetupLevelsHelp';
import links from '@salesforce/label/c.BillingSetupStepLinks';
import linksHelp from '@salesforce/label/c.BillingSetupLinksHelp';
import log from '@salesforce/label/c.BillingSetupStepLog';
import logHelp from '@salesforce/label/c.BillingSetupLogHelp';
import save from '@salesforce/label/c.BillingSetupSave';
import saved from '@salesforce/label/c.BillingSetupSaved';

const groups = {
  features: {
    heading: features,
    help: featuresHelp,
    fields: [
      SENDS_ORDER_NUMBER,
      UPDATES_ACCOUNTS,
      SENDS_ORDERS,
      CHANGES_SUBSCRIPTIONS,
      SENDS_PRODUCTS,
      FETCHES_INVOICE_FILES,
    ],
  },
  links: {
    heading: links,
    help: linksHelp,
    fields: [
      ACCOUNT_LINK_TEMPLATE,
      ORDER_LINK_TEMPLATE,
      SUBSCRIPTION_LINK_TEMPLATE,
      PRODUCT_LINK_TEMPLATE,
      INVOICE_LINK_TEMPLATE,
      ALLOWED_HOSTS,
    ],
  },
  levels: {
    heading: levels,
    help: levelsHelp,
    fields: [
      ACCOUNT_AUTOMATION,
      ORDER_AUTOMATION,
      SUBSCRIPTION_AUTOMATION,
      PRODUCT_AUTOMATION,
      INVOICE_AUTOMATION,
    ],
  },
  log: { heading: log, help: logHelp, fields: [LOG_LEVEL, LOG_RETENTION_DAYS] },
};

/** A step that fills fields of the connection: features, links, levels or log. Fires `changed`. */
export default class BillingSetupFields extends LightningElement {
  isBusy = false;
  error;
  done = '';
  /** What Open would refuse of the links: sentences. */
  problems = [];
  #connectionId;
  #group;

  label = { save };
  objectApiName = CONNECTION.objectApiName;

  @api
  get connectionId() {
    return this.#connectionId;
  }
  set connectionId(value) {
    this.#connectionId = value;
    this.begin();
  }

  /** `features`, `links`, `levels` or `log`. */
  @api
  get group() {
    return this.#group;
  }
  set group(value) {
    this.#group = value;
    this.begin();
  }

  get heading() {
    return groups[this.group].heading;
  }

  get help() {
    return groups[this.group].help;
  }

  get fields() {
    return groups[this.group].fields.map(({ fieldApiName }) => fieldApiName);
  }

  get hasProblems() {
    return this.problems.length > 0;
  }

  handleSubmit() {
    this.done = '';
  }

  handleSuccess() {
    this.done = saved;
    this.dispatchEvent(new CustomEvent('changed'));
    this.check();
  }
  begin() {
    this.done = '';
    this.problems = [];
    this.check();
  }

  check() {
    const { connectionId, group } = this;
    if (!connectionId || group !== 'links') return;
    attempt(this, async () => {
      this.problems = await linkProblems({ connectionId });
    });
  }
}
