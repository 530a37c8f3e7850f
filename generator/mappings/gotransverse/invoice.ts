import {
  dateInTenantZone,
  fromBilling,
  linked,
  mapping,
  money,
  nested,
  shortenedText,
} from '../../language/index.ts';
import { Invoice } from '../core/invoice.ts';
import { account } from './account.ts';
import { invoice as invoiceResource } from './endpoints/invoices.ts';
import { invoiceLine } from './invoice-line.ts';
import { invoiceStatus } from './values/invoice.ts';

/** A billing invoice with its lines, for reading. Files are fetched when somebody asks for them. */
export const invoice = mapping(Invoice, invoiceResource, {
  type: 'invoice',
  id: (i) => i.id,
  number: (i) => i.invoice_num,
  bulk: { operation: 'list', byId: 'id' },
  read: 'read',
  automation: 'InvoiceAutomation__c',
  deepLink: { id: (i) => i.id, billing_account_id: (i) => i.billing_account.id },

  fields: {
    Name: fromBilling((i) => i.invoice_num),
    Account__c: linked((i) => i.billing_account.id, account, { owner: 'billing' }),
    Status__c: fromBilling((i) => i.status, { values: invoiceStatus }),
    Amount__c: fromBilling((i) => i.amount, { convert: money }),
    AmountDue__c: fromBilling((i) => i.amount_to_pay, { convert: money }),
    InvoiceDate__c: fromBilling((i) => i.occurred_on, { convert: dateInTenantZone }),
    DueDate__c: fromBilling((i) => i.due_date, { convert: dateInTenantZone }),
    PaidDate__c: fromBilling((i) => i.paid_date, { convert: dateInTenantZone }),
    Disputed__c: fromBilling((i) => i.disputed),
    Description__c: fromBilling((i) => i.description, { convert: shortenedText }),
  },

  children: { lines: nested((i) => i.invoice_items, invoiceLine) },
});
