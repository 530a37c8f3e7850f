import type { Id } from '../../../language/wire.ts';

/** Groups charges for taxes and ledgers. @observed O1 */
export interface ChargeCategory {
  readonly charge_category_type: string;
  readonly id: Id;
  readonly name: string;
}
