/**
 * Standard objects and the fields of theirs that mappings may use: facts about the platform, as data.
 *
 * Only fields that exist in every org, or that carry the feature which brings them. A mapping that needs another
 * standard field adds it here, with its type and length from the platform's object reference.
 */
import {
  checkbox,
  currency,
  date,
  dateTime,
  email,
  longText,
  lookup,
  number,
  phone,
  picklist,
  text,
  textArea,
  type Field,
  type FieldCommon,
  type FieldSet,
} from './fields.ts';

/** Features that bring fields with them. Naming such a field in Apex would make the feature an install requirement. */
export type Feature =
  'MultiCurrency' | 'PersonAccounts' | 'Quotes' | 'RecordTypes' | 'StateAndCountryPicklists';

/** Marks a standard field as existing only with a feature. */
export declare function onlyWith<F extends Field>(
  feature: Feature,
  field: F,
): F & { readonly feature: Feature };

/** A picklist whose values are the customer's own: any text. */
export declare function openPicklist(options: FieldCommon): Field<'OpenPicklist', string>;

const currencyIsoCode = onlyWith('MultiCurrency', text({ label: 'Currency ISO Code', length: 3 }));
const recordTypeId = onlyWith(
  'RecordTypes',
  lookup('RecordType', { label: 'Record Type', relationship: 'RecordType' }),
);

export const standardFields = {
  Account: {
    Name: text({ label: 'Account Name', length: 255, required: true }),
    AccountNumber: text({ label: 'Account Number', length: 40 }),
    ParentId: lookup('Account', { label: 'Parent Account', relationship: 'ChildAccounts' }),
    Phone: phone({ label: 'Phone' }),
    BillingStreet: textArea({ label: 'Billing Street' }),
    BillingCity: text({ label: 'Billing City', length: 40 }),
    BillingState: text({ label: 'Billing State/Province', length: 80 }),
    BillingPostalCode: text({ label: 'Billing Zip/Postal Code', length: 20 }),
    BillingCountry: text({ label: 'Billing Country', length: 80 }),
    BillingStateCode: onlyWith(
      'StateAndCountryPicklists',
      text({ label: 'Billing State/Province Code', length: 10 }),
    ),
    BillingCountryCode: onlyWith(
      'StateAndCountryPicklists',
      text({ label: 'Billing Country Code', length: 10 }),
    ),
    IsPersonAccount: onlyWith('PersonAccounts', checkbox({ label: 'Is Person Account', default: false })),
    FirstName: onlyWith('PersonAccounts', text({ label: 'First Name', length: 40 })),
    LastName: onlyWith('PersonAccounts', text({ label: 'Last Name', length: 80 })),
    PersonEmail: onlyWith('PersonAccounts', email({ label: 'Email' })),
    CurrencyIsoCode: currencyIsoCode,
    RecordTypeId: recordTypeId,
  },
  Order: {
    AccountId: lookup('Account', { label: 'Account Name', relationship: 'Orders' }),
    OrderNumber: text({ label: 'Order Number', length: 30 }),
    OrderReferenceNumber: text({ label: 'Order Reference Number', length: 80 }),
    Description: longText({ label: 'Description', length: 32000, visibleLines: 5 }),
    EffectiveDate: date({ label: 'Order Start Date', required: true }),
    EndDate: date({ label: 'Order End Date' }),
    PoNumber: text({ label: 'PO Number', length: 80 }),
    PoDate: date({ label: 'PO Date' }),
    Status: openPicklist({ label: 'Status' }),
    StatusCode: picklist({ label: 'Status Category', values: ['Draft', 'Activated', 'Canceled', 'Expired'] }),
    TotalAmount: currency({ label: 'Order Amount', precision: 18, scale: 2 }),
    Pricebook2Id: lookup('Pricebook2', { label: 'Price Book', relationship: 'Orders' }),
    CurrencyIsoCode: currencyIsoCode,
    RecordTypeId: recordTypeId,
  },
  OrderItem: {
    OrderId: lookup('Order', { label: 'Order', relationship: 'OrderItems', required: true }),
    OrderItemNumber: text({ label: 'Order Product Number', length: 30 }),
    Product2Id: lookup('Product2', { label: 'Product', relationship: 'OrderItems' }),
    PricebookEntryId: lookup('PricebookEntry', {
      label: 'Price Book Entry',
      relationship: 'OrderItems',
      required: true,
    }),
    Quantity: number({ label: 'Quantity', precision: 18, scale: 2, required: true }),
    UnitPrice: currency({ label: 'Unit Price', precision: 18, scale: 2 }),
    ListPrice: currency({ label: 'List Price', precision: 18, scale: 2 }),
    TotalPrice: currency({ label: 'Total Price', precision: 18, scale: 2 }),
    ServiceDate: date({ label: 'Start Date' }),
    EndDate: date({ label: 'End Date' }),
    Description: text({ label: 'Line Description', length: 255 }),
    CurrencyIsoCode: currencyIsoCode,
  },
  Product2: {
    Name: text({ label: 'Product Name', length: 255, required: true }),
    ProductCode: text({ label: 'Product Code', length: 255 }),
    Description: longText({ label: 'Product Description', length: 4000, visibleLines: 5 }),
    Family: openPicklist({ label: 'Product Family' }),
    IsActive: checkbox({ label: 'Active', default: false }),
    StockKeepingUnit: text({ label: 'Product SKU', length: 180 }),
    QuantityUnitOfMeasure: openPicklist({ label: 'Quantity Unit Of Measure' }),
    CurrencyIsoCode: currencyIsoCode,
    RecordTypeId: recordTypeId,
  },
  Pricebook2: {
    Name: text({ label: 'Price Book Name', length: 255, required: true }),
    IsActive: checkbox({ label: 'Active', default: false }),
    IsStandard: checkbox({ label: 'Is Standard Price Book', default: false }),
  },
  PricebookEntry: {
    Pricebook2Id: lookup('Pricebook2', {
      label: 'Price Book',
      relationship: 'PricebookEntries',
      required: true,
    }),
    Product2Id: lookup('Product2', { label: 'Product', relationship: 'PricebookEntries', required: true }),
    UnitPrice: currency({ label: 'List Price', precision: 18, scale: 2, required: true }),
    IsActive: checkbox({ label: 'Active', default: false }),
    UseStandardPrice: checkbox({ label: 'Use Standard Price', default: false }),
    CurrencyIsoCode: currencyIsoCode,
  },
  Contract: {
    AccountId: lookup('Account', { label: 'Account Name', relationship: 'Contracts', required: true }),
    ContractNumber: text({ label: 'Contract Number', length: 30 }),
    StartDate: date({ label: 'Contract Start Date' }),
    EndDate: date({ label: 'Contract End Date' }),
    ActivatedDate: dateTime({ label: 'Activated Date' }),
  },
} as const satisfies Record<string, FieldSet>;

export type StandardObjectName = keyof typeof standardFields;
export type StandardFields = { readonly [Name in StandardObjectName]: (typeof standardFields)[Name] };
