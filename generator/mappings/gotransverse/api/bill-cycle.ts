import type { DateTime, Id, Integer } from '../../../language/wire.ts';
import type { Reference } from './reference.ts';

/**
 * How often a cycle bills. Daily and monthly are documented (S8, S15), the rest was seen (O1). S14 also names weekly,
 * semi-monthly and every other week, without their spelling.
 */
export type BillCycleType = 'daily' | 'monthly' | 'quarterly' | 'yearly' | 'segmented-monthly';

/** When accounts are billed. Set up in billing; requests point to one by id and type. @documented S15 */
export interface BillCycle {
  id: Id;
  bill_cycle_type: BillCycleType;
  readonly name?: string;
  readonly status?: string;
  readonly start_date?: DateTime;
  readonly end_date?: DateTime;
  readonly internal_render?: boolean;
  readonly auto_bill?: boolean;
  readonly include_external_charges?: boolean;
  readonly generate_invoice_artifacts?: boolean;
  readonly currency_code?: string;
  readonly billing_account_category?: Reference;
  /** @observed O1 */
  readonly day_of_month?: Integer;
  /** @observed O1 */
  readonly current_bill_cycle_run?: BillCycleRun;
}

/** The run that a cycle is in. @observed O1 */
export interface BillCycleRun {
  readonly bill_run_type: 'cycle';
  readonly id: Id;
}
