import { valueMap } from '../../../language/index.ts';

/** Whether a term can be sold. */
export const agreementStatus = valueMap({
  rows: [
    ['DRAFT', 'Draft'],
    ['ACTIVE', 'Active'],
    ['SUSPENDED', 'Suspended'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});

/** Unit of a term's length. */
export const agreementUnit = valueMap({
  rows: [
    ['MONTH', 'Month'],
    ['DAY', 'Day'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
