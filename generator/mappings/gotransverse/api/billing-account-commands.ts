import type { DateTime } from '../../../language/wire.ts';
import type { BillCycle } from './bill-cycle.ts';
import type { Reference } from './reference.ts';

/** Suspends an account. @inferred 1.x */
export interface SuspendAccountRequest {
  reason: Reference;
  start_date?: DateTime;
  notes?: string;
}

/** Takes back a suspension. @inferred 1.x */
export interface ResumeAccountRequest {
  start_date?: DateTime;
  notes?: string;
}

/** Deactivates an account, which leads to its final bill. @inferred 1.x */
export interface DeactivateAccountRequest {
  reason: Reference;
  start_date?: DateTime;
  notes?: string;
}

/** Moves an account to another bill cycle. @inferred 1.x */
export interface MoveToBillCycleRequest {
  bill_cycle: BillCycle;
}
