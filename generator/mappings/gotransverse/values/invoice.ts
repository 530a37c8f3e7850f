import { valueMap } from '../../../language/index.ts';

/** Whether something is left to pay. */
export const invoiceStatus = valueMap({
  rows: [
    ['PROCESSING', 'Processing'],
    ['OPEN', 'Open'],
    ['CLOSED', 'Closed'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});

/** What an invoice line charges for. */
export const invoiceItemType = valueMap({
  rows: [
    ['SERVICE', 'Service'],
    ['PRODUCT', 'Product'],
    ['USAGE', 'Usage'],
    ['TAX', 'Tax'],
    ['ADDITIONAL_FEE', 'Fee'],
    ['ADJUSTMENT', 'Adjustment'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
