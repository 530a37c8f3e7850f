import {
  dateInTenantZone,
  fromBilling,
  linked,
  mapping,
  money,
  shortenedText,
} from '../../language/index.ts';
import { InvoiceLine } from '../core/invoice-line.ts';
import { invoiceItem } from './endpoints/invoices.ts';
import { subscription } from './subscription.ts';
import { invoiceItemType } from './values/invoice.ts';

/** A line of an invoice, for reading. */
export const invoiceLine = mapping(InvoiceLine, invoiceItem, {
  type: 'invoice-item',
  id: (l) => l.id,

  fields: {
    Type__c: fromBilling((l) => l.type, { values: invoiceItemType }),
    /** Empty for an add-on's line: its service is an item, not a subscription. */
    Subscription__c: linked((l) => l.service?.id, subscription, { owner: 'billing' }),
    Description__c: fromBilling((l) => l.description, { convert: shortenedText }),
    Quantity__c: fromBilling((l) => l.quantity),
    UnitPrice__c: fromBilling((l) => l.unit_amount, { convert: money }),
    Amount__c: fromBilling((l) => l.total_amount, { convert: money }),
    StartDate__c: fromBilling((l) => l.charge_start_date, { convert: dateInTenantZone }),
    EndDate__c: fromBilling((l) => l.charge_end_date, { convert: dateInTenantZone }),
  },
});
