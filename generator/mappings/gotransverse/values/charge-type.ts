import { valueMap } from '../../../language/index.ts';

/** Whether a price is charged once or again and again. Prices of usage are rules in billing and not among these. */
export const chargeType = valueMap({
  rows: [
    ['one-time', 'One-time'],
    ['recurring', 'Recurring'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
