import { documented, inferred, profile } from '../../language/index.ts';
import {
  billCycle,
  billingAccount,
  billingAccountCategory,
  currency,
  dunningState,
  organization,
  paymentTerm,
  person,
  recurringPayment,
} from './endpoints/accounts.ts';
import {
  agreement,
  chargeCategory,
  discount,
  marketplace,
  priceList,
  product,
  productCategory,
  productPrice,
  productRelation,
  productTag,
} from './endpoints/catalog.ts';
import { customField, customFieldValue } from './endpoints/custom-fields.ts';
import { invoice, invoiceItem, manualCharge, manualInvoiceReason } from './endpoints/invoices.ts';
import { order, orderItem, usageRule } from './endpoints/orders.ts';
import { adjustment, adjustmentReason, payment, refund } from './endpoints/payments.ts';
import { service, serviceReason, serviceResource } from './endpoints/services.ts';
import { usageEvent } from './endpoints/usage.ts';

/**
 * The Billing microservice of Gotransverse, version 2.
 *
 * The host differs by tenant and belongs to the connection. Dunning, the job scheduler, taxes and the asynchronous
 * usage pipeline are microservices with base paths of their own and are not part of this profile.
 */
export const endpoints = profile({
  basePath: '/billing/2',
  authentication: { header: 'X-Api-Key', value: '{key}', mark: documented('S2', 'S9') },
  paging: {
    style: 'numbered',
    sizeParameter: 'page_size',
    numberParameter: 'page_number',
    maxSize: 50,
    totalHeader: 'x-total-count',
    mark: documented('S5', 'S6', 'S33'),
  },
  filter: {
    parameter: 'filter',
    operators: {
      equals: 'EQ',
      notEquals: 'NEQ',
      lessThan: 'LT',
      atMost: 'LTE',
      greaterThan: 'GT',
      atLeast: 'GTE',
      like: 'LIKE',
      oneOf: 'IN',
      isNull: 'IS NULL',
      isNotNull: 'IS NOT NULL',
    },
    and: 'AND',
    or: 'OR',
    not: 'NOT',
    quote: "'",
    escapedQuote: "''",
    maxValues: 50,
    mark: inferred('operators and limit S7, S9; list syntax and doubled quotes are guesses'),
  },
  errorBody: { code: 'code', message: 'message' },
  connectionTest: 'BillingAccountCategory.list',
  resources: {
    BillCycle: billCycle,
    BillingAccountCategory: billingAccountCategory,
    PaymentTerm: paymentTerm,
    Currency: currency,
    BillingAccount: billingAccount,
    RecurringPayment: recurringPayment,
    DunningState: dunningState,
    Person: person,
    Organization: organization,
    CustomField: customField,
    CustomFieldValue: customFieldValue,
    Product: product,
    ProductCategory: productCategory,
    ProductRelation: productRelation,
    ProductPrice: productPrice,
    PriceList: priceList,
    Marketplace: marketplace,
    Agreement: agreement,
    Discount: discount,
    ChargeCategory: chargeCategory,
    ProductTag: productTag,
    Order: order,
    OrderItem: orderItem,
    UsageRule: usageRule,
    Service: service,
    ServiceResource: serviceResource,
    ServiceReason: serviceReason,
    UsageEvent: usageEvent,
    Invoice: invoice,
    InvoiceItem: invoiceItem,
    ManualCharge: manualCharge,
    ManualInvoiceReason: manualInvoiceReason,
    Payment: payment,
    Refund: refund,
    Adjustment: adjustment,
    AdjustmentReason: adjustmentReason,
  },
  choices: [
    {
      field: 'DefaultBillCycleId__c',
      list: 'BillCycle.list',
      value: 'id',
      label: 'name',
      also: { DefaultBillCycleType__c: 'bill_cycle_type' },
    },
    {
      field: 'DefaultAccountCategoryId__c',
      list: 'BillingAccountCategory.list',
      value: 'id',
      label: 'name',
    },
    {
      field: 'DefaultBillType__c',
      values: { EMAIL: 'E-mail', PAPER: 'Paper', PAPER_EMAIL: 'Paper and e-mail', NONE: 'No invoice' },
    },
    { field: 'DefaultPaymentTermId__c', list: 'PaymentTerm.list', value: 'id', label: 'name' },
    {
      field: 'DefaultCurrencyCode__c',
      list: 'Currency.list',
      value: 'currency_code',
      label: 'name',
    },
    { field: 'DefaultProductCategoryId__c', list: 'ProductCategory.list', value: 'id', label: 'name' },
  ],
});
