import type { Id } from '../../../language/wire.ts';

/** Whether and how an account is reminded of what it owes. @documented S15, S16, S17 */
export interface DunningState {
  readonly id?: Id;
  enabled: boolean;
  plan_code: string;
  plan_name?: string;
  /** `default_no_dunning` stands for no dunning. */
  tier_code?: string;
  tier_name?: string;
}
