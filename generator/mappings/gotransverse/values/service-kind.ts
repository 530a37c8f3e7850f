import { valueMap } from '../../../language/index.ts';

/** What a subscription item is, by the kind of its product. */
export const serviceKind = valueMap({
  rows: [
    ['customer-subscription', 'Base'],
    ['add-on', 'Add-on'],
    ['general', 'One-time'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});
