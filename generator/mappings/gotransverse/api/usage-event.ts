import type { DateTime, Decimal, Id, Integer } from '../../../language/wire.ts';
import type { ChargeCategory } from './charge-category.ts';
import type { Reference } from './reference.ts';

/** Unit of usage. DAY is documented (S29), COUNT was seen (O1), the others are inferred. */
export type UsageUnit =
  | 'MILLISECOND'
  | 'SECOND'
  | 'MINUTE'
  | 'HOUR'
  | 'DAY'
  | 'WEEK'
  | 'EVENT'
  | 'BYTE'
  | 'KILOBYTE'
  | 'MEGABYTE'
  | 'GIGABYTE'
  | 'TERABYTE'
  | 'COUNT'
  | 'BITS_PER_SECOND'
  | 'KILOBITS_PER_SECOND'
  | 'MEGABITS_PER_SECOND'
  | 'GIGABITS_PER_SECOND'
  | 'CURRENCY';

/** One use of a service, to be rated. `reference_id` and `sequence_id` together are unique. @documented S29, S63 */
export interface UsageEvent {
  /** Names the service. */
  service_resource_identifier: string;
  start_time: DateTime;
  usage_uom: UsageUnit;
  usage_amount: Decimal;
  description?: string | null;
  end_time?: DateTime | null;
  reference_id?: string | null;
  sequence_id?: string | null;
  /** @documented S11 */
  text01?: string | null;
  /** @documented S11 */
  text02?: string | null;
  /** @documented S11 */
  text03?: string | null;
  /** @documented S11 */
  text04?: string | null;
  /** @documented S11 */
  text05?: string | null;
  /** S11 spells it without the zero. @observed O1 */
  number01?: Decimal | null;
  /** S11 spells it without the zero. @observed O1 */
  number02?: Decimal | null;
  /** S11 spells it without the zero. @observed O1 */
  number03?: Decimal | null;
  /** S11 spells it without the zero. @observed O1 */
  number04?: Decimal | null;
  /** S11 spells it without the zero. @observed O1 */
  number05?: Decimal | null;
  /** @documented S11 */
  boolean01?: boolean | null;
  /** @documented S11 */
  boolean02?: boolean | null;
  /** @documented S11 */
  boolean03?: boolean | null;
  /** @documented S11 */
  boolean04?: boolean | null;
  /** @documented S11 */
  boolean05?: boolean | null;
  /** @documented S11 */
  date01?: DateTime | null;
  /** @documented S11 */
  date02?: DateTime | null;
  /** @documented S11 */
  date03?: DateTime | null;
  /** @documented S11 */
  date04?: DateTime | null;
  /** @documented S11 */
  date05?: DateTime | null;
}

/** A usage event that has been rated. @documented S29 */
export interface RatedUsageEvent extends UsageEvent {
  readonly id: Id;
  readonly request_id: Id;
  readonly total_charge: Decimal;
  readonly event_charges: EventCharge[];
  /** @observed O1 */
  readonly service_period?: Reference;
  /** @observed O1 */
  readonly overwrite_counter?: Integer;
  /** @observed O1 */
  readonly overwritten_event_id?: Id | null;
}

/** One charge that came of a usage event. @documented S29 */
export interface EventCharge {
  readonly id: Id;
  readonly charge: Decimal;
  readonly usage_uom: UsageUnit;
  readonly usage_amount: Decimal;
  readonly usage_rule: Reference;
  /** @observed O1 */
  readonly charge_category?: ChargeCategory;
  /** @observed O1 */
  readonly consume_prepaid_balance?: boolean;
  /** @observed O1 */
  readonly service?: Reference;
}

/** A usage event that could not be rated, and why. @observed O1 */
export interface ErredUsageEvent {
  readonly unrated_usage_event: UsageEvent;
  readonly request_id: Id;
  readonly code: string;
  readonly message: string;
}

/** What to do with an event that exists already; overwriting voids the earlier one. */
export type UsageBulkMode = 'FAIL_ON_EXISTING' | 'OVERWRITE_ON_EXISTING';

/** Rates up to 50 events. @documented S29 */
export interface UsageBulkRequest {
  mode: UsageBulkMode;
  usage_events: UsageEvent[];
}

/** What became of each event. The call succeeds even when events failed. @observed O1 */
export interface UsageBulkResponse {
  /** @documented S29 */
  readonly rated_events: RatedUsageEvent[];
  readonly erred_events: ErredUsageEvent[];
}

/** How the events to void are named: by id, or by `reference_id` and `sequence_id`. */
export type UsageVoidMode = 'BY_ID' | 'BY_REF_SEQ';

/** Voids up to 50 unbilled events, for good. @documented S31 */
export interface UsageVoidRequest {
  mode: UsageVoidMode;
  /** @inferred named as in the rating request */
  usage_events: UsageEventKey[];
}

/** A posted event, by its id or by its reference and sequence. @inferred named as in the event */
export interface UsageEventKey {
  id?: Id;
  reference_id?: string;
  sequence_id?: string;
}
