import { valueMap } from '../../../language/index.ts';

/** Where a service stands. The rows with prefix are how version 1.x spells the same; either may come. */
export const serviceStatus = valueMap({
  rows: [
    ['PENDING', 'Pending'],
    ['SCHEDULED', 'Scheduled'],
    ['TRIAL', 'Trial'],
    ['ACTIVE', 'Active'],
    ['SUSPENDED', 'Suspended'],
    ['DEACTIVATED', 'Ended'],
    ['REPLACED', 'Replaced'],
    ['TRANSFERRED', 'Transferred'],
    ['CANCELED', 'Cancelled'],
    ['SERVICE_PENDING', 'Pending'],
    ['SERVICE_SCHEDULED', 'Scheduled'],
    ['SERVICE_TRIAL', 'Trial'],
    ['SERVICE_ACTIVE', 'Active'],
    ['SERVICE_SUSPENDED', 'Suspended'],
    ['SERVICE_DEACTIVATED', 'Ended'],
    ['SERVICE_REPLACED', 'Replaced'],
    ['SERVICE_TRANSFERRED', 'Transferred'],
    ['SERVICE_CANCELED', 'Cancelled'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
