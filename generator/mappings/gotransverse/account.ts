import {
  dynamic,
  equals,
  firstLine,
  fromBilling,
  fromConnection,
  fromSalesforce,
  furtherLines,
  looksLike,
  mapping,
  money,
  notEquals,
  one,
  only,
  shared,
} from '../../language/index.ts';
import { Account } from '../core/account.ts';
import { billingAccount } from './endpoints/accounts.ts';
import { accountStatus } from './values/account-status.ts';
import { country } from './values/country.ts';

const company = { party_type: 'organization' } as const;
const individual = { party_type: 'person' } as const;
const primaryEmail = { address_type: 'email', purpose: 'PRIMARY' } as const;
const billingAddress = { address_type: 'postal', purpose: 'BILLING' } as const;

/**
 * The customer and its billing account.
 *
 * Salesforce knows who the customer is, billing knows what it owes. The account is found again by
 * `external_account_num`, which carries the Salesforce id; no custom field of the tenant is needed.
 */
export const account = mapping(Account, billingAccount, {
  type: 'billing-account',
  id: (a) => a.id,
  number: (a) => a.account_num,
  key: { property: (a) => a.external_account_num, parameter: 'external_account_num' },
  bulk: { operation: 'list', byId: 'id', byKey: 'external_account_num' },
  read: 'read',
  create: 'create',
  update: 'update',
  updateOnlyIf: 'UpdatesAccounts__c',
  automation: 'AccountAutomation__c',
  lookalikes: [
    looksLike('number', 'BillingAccountNumber__c', 'account_num'),
    looksLike('email', 'BillingEmail__c', 'email_address'),
    looksLike('name', 'Name'),
  ],
  deepLink: { id: (a) => a.id, account_num: (a) => a.account_num },

  fields: {
    /** A company's name. A person account fills first and last name instead. */
    Name: fromSalesforce((a) => only(a.responsible_party, company).organization_name, {
      when: { IsPersonAccount: notEquals(true) },
    }),
    FirstName: dynamic(
      fromSalesforce((a) => only(a.responsible_party, individual).first_name, {
        when: { IsPersonAccount: equals(true) },
      }),
    ),
    LastName: dynamic(
      fromSalesforce((a) => only(a.responsible_party, individual).last_name, {
        when: { IsPersonAccount: equals(true) },
      }),
    ),

    /** Where invoices go. Customers change it in billing's portal, sales here; only a person knows which is right. */
    BillingEmail__c: shared((a) => one(a.responsible_party.addresses, primaryEmail).email, {
      conflict: 'ask',
    }),

    /** Billing has one line and another; whatever follows the first line break goes into the other. */
    BillingStreet: [
      fromSalesforce((a) => one(a.responsible_party.addresses, billingAddress).line1, { convert: firstLine }),
      fromSalesforce((a) => one(a.responsible_party.addresses, billingAddress).line2, {
        convert: furtherLines,
      }),
    ],
    BillingCity: fromSalesforce((a) => one(a.responsible_party.addresses, billingAddress).city),
    BillingState: fromSalesforce((a) => one(a.responsible_party.addresses, billingAddress).region_or_state),
    BillingPostalCode: fromSalesforce((a) => one(a.responsible_party.addresses, billingAddress).postal_code),
    /** Also right where the org has country picklists: the field then holds the picklist's label. */
    BillingCountry: fromSalesforce((a) => one(a.responsible_party.addresses, billingAddress).country, {
      values: country,
    }),

    /** A billing account keeps the currency that it was made with. */
    CurrencyIsoCode: dynamic(fromSalesforce((a) => a.currency_code, { onCreateOnly: true })),

    BillingAccountId__c: fromBilling((a) => a.id),
    BillingAccountNumber__c: fromBilling((a) => a.account_num),
    BillingStatus__c: fromBilling((a) => a.status, { values: accountStatus }),
    BillingBalance__c: fromBilling((a) => a.balance, { convert: money }),
    /** Mirrored by name, for reading. Moving an account to another cycle is a command of its own. */
    BillingCycle__c: fromBilling((a) => a.bill_cycle.name),
    BillingCategory__c: fromBilling((a) => a.billing_account_category.name),
  },

  defaults: [
    fromConnection((a) => a.bill_cycle.id, 'DefaultBillCycleId__c'),
    fromConnection((a) => a.bill_cycle.bill_cycle_type, 'DefaultBillCycleType__c'),
    fromConnection((a) => a.billing_account_category.id, 'DefaultAccountCategoryId__c'),
    fromConnection((a) => a.bill_type, 'DefaultBillType__c'),
    fromConnection((a) => a.payment_term?.id, 'DefaultPaymentTermId__c'),
    fromConnection((a) => a.currency_code, 'DefaultCurrencyCode__c'),
  ],
});
