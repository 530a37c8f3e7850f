import { checkbox, customObject, longText, number, picklist, text } from '../../language/index.ts';

/**
 * One tenant of one billing system: how it is reached, what it may be asked to do, which values fill gaps. Two
 * tenants of one vendor are two connections. It holds no secret: those are in the external credential that set-up
 * makes for it.
 */
export const BillingConnection = customObject('BillingConnection__c', {
  label: 'Billing Connection',
  plural: 'Billing Connections',
  nameField: { type: 'Text', label: 'Connection Name' },
  sharing: 'Read',
  tab: 'Custom67: Gears',
  fields: {
    /** Key of the billing system, as the package's metadata record of that system has it. Decides which code runs. */
    System__c: text({
      label: 'Billing System',
      help: 'Key of the billing system, set by set-up.',
      length: 40,
      required: true,
    }),
    /**
     * Whether the connection may be used. Paused is the admin's choice and the kill switch; Locked is the guard's
     * choice when the org is not the one that the connection was made in.
     */
    Status__c: picklist({
      label: 'Status',
      help: 'Only an active connection reads or writes. Locked: the org was copied; confirm it in set-up.',
      values: ['Setting Up', 'Active', 'Paused', 'Locked'],
      default: 'Setting Up',
    }),
    /** Why the connection is paused or locked, for the person who finds it so. */
    StatusReason__c: text({ label: 'Status Reason', length: 255 }),
    /** The connection of accounts that name none. At most one is used: set-up clears the others. */
    DefaultForAccounts__c: checkbox({
      label: 'Default for Accounts',
      help: 'Used for accounts and orders that name no connection.',
      default: false,
    }),
    /**
     * Id of the org that the connection was made in. A copy of the org carries another id, so its connections are
     * locked before they can touch the tenant of production.
     */
    OrgId__c: text({
      label: 'Bound to Org',
      help: 'The connection works only in the org with this ID. Confirm a copied org in set-up.',
      length: 18,
    }),
    /** Name of the named credential through which all calls go. Made by set-up; the package can't ship one. */
    EndpointName__c: text({
      label: 'Named Credential',
      help: 'Developer name of the named credential that set-up made.',
      length: 80,
    }),
    /**
     * Time zone of the tenant, as an IANA name. A date without time means midnight there; midnight in London is the
     * evening before in Denver, and the wrong bill.
     */
    TimeZone__c: text({
      label: 'Time Zone',
      help: 'Time zone of the billing system, such as America/Chicago.',
      length: 40,
    }),

    /** Bill cycle of new billing accounts, by its identifier. Billing requires one; the rep need not know it. */
    DefaultBillCycleId__c: text({
      label: 'Default Bill Cycle',
      help: 'Identifier of the bill cycle of new billing accounts. Chosen from the live list in set-up.',
      length: 80,
    }),
    /** Type of the default bill cycle. Some systems want it beside the identifier. */
    DefaultBillCycleType__c: text({
      label: 'Default Bill Cycle Type',
      help: 'Filled by set-up with the bill cycle.',
      length: 40,
    }),
    /** Category of new billing accounts, by its identifier. Billing requires one. */
    DefaultAccountCategoryId__c: text({
      label: 'Default Account Category',
      help: 'Identifier of the category of new billing accounts. Chosen from the live list in set-up.',
      length: 80,
    }),
    /** How new billing accounts get their invoices, in the billing system's own word. */
    DefaultBillType__c: text({
      label: 'Default Bill Type',
      help: 'How invoices are sent, in the billing system’s own word, such as EMAIL.',
      length: 40,
    }),
    /** Payment term of new billing accounts, by its identifier. */
    DefaultPaymentTermId__c: text({
      label: 'Default Payment Term',
      help: 'Identifier of the payment term of new billing accounts. Empty: the billing system decides.',
      length: 80,
    }),
    /** Currency of new billing accounts in orgs that have only one. */
    DefaultCurrencyCode__c: text({
      label: 'Default Currency',
      help: 'Three letters, such as USD. In orgs with several currencies the record’s own is used.',
      length: 3,
    }),
    /** Category of products that are made in billing, by its identifier. A product can't be sold there without one. */
    DefaultProductCategoryId__c: text({
      label: 'Default Product Category',
      help: 'Identifier of the category of new products. Chosen from the live list in set-up.',
      length: 80,
    }),

    /**
     * Whether orders carry the Salesforce order id as their number in billing, which is how a lost answer is found
     * again. Off until somebody has tried that the tenant accepts a number of ours; without it no order is created.
     */
    SendsOrderNumber__c: checkbox({
      label: 'Send Order Number',
      help: 'The billing system lets us choose the order number. Needed to create orders safely.',
      default: false,
    }),
    /** Whether changes of an account are sent to billing after it was created. Off until it has been tried. */
    UpdatesAccounts__c: checkbox({
      label: 'Update Accounts',
      help: 'Send later changes of an account to the billing system.',
      default: false,
    }),
    /** Whether orders are sent to billing and confirmed there. Off until it has been tried. */
    SendsOrders__c: checkbox({
      label: 'Send Orders',
      help: 'Send activated orders to the billing system and confirm them there.',
      default: false,
    }),
    /** Whether running subscriptions may be changed, suspended, resumed or ended from here. Off until it has been tried. */
    ChangesSubscriptions__c: checkbox({
      label: 'Change Subscriptions',
      help: 'Change, suspend, resume and end running services from Salesforce.',
      default: false,
    }),
    /** Whether products may be created and changed in billing from here. Off where billing keeps the catalog. */
    SendsProducts__c: checkbox({
      label: 'Send Products',
      help: 'Create and change products in the billing system from Salesforce.',
      default: false,
    }),
    /** Whether invoice files may be fetched. Off until it has been tried: large files meet platform limits. */
    FetchesInvoiceFiles__c: checkbox({
      label: 'Fetch Invoice Files',
      help: 'Fetch the PDF of an invoice when somebody asks for it.',
      default: false,
    }),

    /**
     * Address of a billing account's page in the billing system, with placeholders in braces. No address is public,
     * so the template starts empty and Open shows no link until an admin has filled it.
     */
    AccountLinkTemplate__c: text({
      label: 'Account Link Template',
      help: 'Address with placeholders, such as https://billing.example.com/accounts/{id}.',
      length: 255,
    }),
    /** Address of an order's page in the billing system, with placeholders. */
    OrderLinkTemplate__c: text({
      label: 'Order Link Template',
      help: 'Address with placeholders, such as https://billing.example.com/orders/{id}.',
      length: 255,
    }),
    /** Address of a service's page in the billing system, with placeholders. */
    SubscriptionLinkTemplate__c: text({
      label: 'Subscription Link Template',
      help: 'Address with placeholders, such as https://billing.example.com/services/{id}.',
      length: 255,
    }),
    /** Address of a product's page in the billing system, with placeholders. */
    ProductLinkTemplate__c: text({
      label: 'Product Link Template',
      help: 'Address with placeholders, such as https://billing.example.com/products/{id}.',
      length: 255,
    }),
    /** Address of an invoice's page in the billing system, with placeholders. */
    InvoiceLinkTemplate__c: text({
      label: 'Invoice Link Template',
      help: 'Address with placeholders, such as https://billing.example.com/invoices/{id}.',
      length: 255,
    }),
    /** Hosts that Open may lead to, one a line. A template can be edited; this list keeps it from leading anywhere else. */
    AllowedHosts__c: longText({
      label: 'Allowed Hosts',
      help: 'Host names that links may lead to, one a line, such as billing.example.com.',
      length: 2000,
      visibleLines: 3,
    }),

    /** How far accounts are synchronised without a person. A customer goes live by moving from Manual to Automatic. */
    AccountAutomation__c: picklist({
      label: 'Account Automation',
      help: 'Manual: only by click. Assisted: proposed, a person confirms. Automatic: by itself.',
      values: ['Manual', 'Assisted', 'Automatic'],
      default: 'Manual',
    }),
    /** How far orders are sent without a person. */
    OrderAutomation__c: picklist({
      label: 'Order Automation',
      help: 'Manual: only by click. Assisted: proposed, a person confirms. Automatic: by itself.',
      values: ['Manual', 'Assisted', 'Automatic'],
      default: 'Manual',
    }),
    /** How far subscriptions are synchronised without a person. */
    SubscriptionAutomation__c: picklist({
      label: 'Subscription Automation',
      help: 'Manual: only by click. Assisted: proposed, a person confirms. Automatic: by itself.',
      values: ['Manual', 'Assisted', 'Automatic'],
      default: 'Manual',
    }),
    /** How far products, prices and terms are synchronised without a person. */
    ProductAutomation__c: picklist({
      label: 'Product Automation',
      help: 'Manual: only by click. Assisted: proposed, a person confirms. Automatic: by itself.',
      values: ['Manual', 'Assisted', 'Automatic'],
      default: 'Manual',
    }),
    /** How far invoices are fetched without a person. */
    InvoiceAutomation__c: picklist({
      label: 'Invoice Automation',
      help: 'Manual: only by click. Assisted: proposed, a person confirms. Automatic: by itself.',
      values: ['Manual', 'Assisted', 'Automatic'],
      default: 'Manual',
    }),

    /** Which calls are written to the log. All is for days of trouble: each call is a record. */
    LogLevel__c: picklist({
      label: 'Log Level',
      help: 'Which calls to the billing system are kept in the log.',
      values: ['Off', 'Errors', 'All'],
      default: 'Errors',
    }),
    /** Days after which logged calls are deleted. The log is for finding faults, not for keeping. */
    LogRetentionDays__c: number({
      label: 'Log Retention (Days)',
      help: 'Logged calls are deleted after this many days.',
      precision: 3,
      scale: 0,
      default: 30,
    }),
  },
  compact: ['Name', 'System__c', 'Status__c', 'StatusReason__c', 'DefaultForAccounts__c'],
  search: ['NAME', 'System__c', 'Status__c', 'DefaultForAccounts__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Connections',
      columns: ['NAME', 'System__c', 'Status__c', 'StatusReason__c', 'DefaultForAccounts__c'],
    },
  ],
  page: {
    sections: [
      {
        label: 'Connection',
        fields: [
          'Name',
          'System__c',
          'Status__c',
          'StatusReason__c',
          'DefaultForAccounts__c',
          'OrgId__c',
          'EndpointName__c',
          'TimeZone__c',
        ],
      },
      {
        label: 'Defaults',
        fields: [
          'DefaultBillCycleId__c',
          'DefaultBillCycleType__c',
          'DefaultAccountCategoryId__c',
          'DefaultBillType__c',
          'DefaultPaymentTermId__c',
          'DefaultCurrencyCode__c',
          'DefaultProductCategoryId__c',
        ],
      },
      {
        label: 'Switches',
        fields: [
          'SendsOrderNumber__c',
          'UpdatesAccounts__c',
          'SendsOrders__c',
          'ChangesSubscriptions__c',
          'SendsProducts__c',
          'FetchesInvoiceFiles__c',
        ],
      },
      {
        label: 'Automation',
        fields: [
          'AccountAutomation__c',
          'OrderAutomation__c',
          'SubscriptionAutomation__c',
          'ProductAutomation__c',
          'InvoiceAutomation__c',
        ],
      },
      {
        label: 'Links',
        fields: [
          'AccountLinkTemplate__c',
          'OrderLinkTemplate__c',
          'SubscriptionLinkTemplate__c',
          'ProductLinkTemplate__c',
          'InvoiceLinkTemplate__c',
          'AllowedHosts__c',
        ],
      },
      { label: 'Log', fields: ['LogLevel__c', 'LogRetentionDays__c'] },
    ],
    relatedLists: ['Operations__r', 'Callouts__r'],
  },
});
