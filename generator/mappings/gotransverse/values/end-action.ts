import { valueMap } from '../../../language/index.ts';

/** What happens when a term ends. */
export const endAction = valueMap({
  rows: [
    ['RENEW_AGREEMENT', 'Renew'],
    ['SERVICE_ONLY', 'Continue'],
    ['DEACTIVATE_SERVICE', 'End'],
    ['CHANGE_AGREEMENT', 'Change Term'],
    ['CHANGE_SERVICE', 'Change Product'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
