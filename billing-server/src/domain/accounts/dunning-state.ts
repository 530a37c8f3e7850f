/** Whether an account is reminded of what it owes. @documented S15, S16, S17 */
import type { Tenant } from '../tenant.ts';
import type { DunningState } from './records.ts';

export type DunningStateBody = Omit<DunningState, 'id'>;

/** The tier of an account that is not dunned. @documented S16 */
const NO_DUNNING = { tier_code: 'default_no_dunning', tier_name: 'No Dunning' };

export function makeDunningState(
  tenant: Tenant,
  body: DunningStateBody,
  before?: DunningState | null,
): DunningState {
  return {
    plan_name: body.plan_code,
    ...NO_DUNNING,
    ...body,
    id: before?.id ?? tenant.nextId('dunning_state', 15_001),
  };
}
