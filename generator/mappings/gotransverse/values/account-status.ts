import { valueMap } from '../../../language/index.ts';

/** Where a billing account stands. */
export const accountStatus = valueMap({
  rows: [
    ['PENDING', 'Pending'],
    ['ACTIVE', 'Active'],
    ['SUSPENDED', 'Suspended'],
    ['COLLECTION', 'In Collection'],
    ['DEACTIVATED', 'Deactivated'],
    ['FINAL_BILL', 'Final Bill'],
    ['CLOSED', 'Closed'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
