/** Usage events as they are stored. */
import type { Entity } from '../../store/table.ts';

/** What a caller posts; free properties are kept as they come. @documented S29, S63 */
export interface UsageEventBody {
  service_resource_identifier: string;
  start_time: string;
  usage_uom: string;
  usage_amount: string;
  description?: string | null;
  end_time?: string | null;
  reference_id?: string | null;
  sequence_id?: string | null;
}

/** @documented S29 @observed O1 */
export interface UsageCharge {
  id: string;
  charge: string;
  usage_uom: string;
  usage_amount: string;
  usage_rule: { id: string };
  charge_category: { charge_category_type: string; id: string; name: string };
  consume_prepaid_balance: boolean;
  service: { id: string };
}

/** A rated event. */
export interface UsageEvent extends Entity, UsageEventBody {
  request_id: string;
  account_id: string;
  service_id: string;
  total_charge: string;
  event_charges: UsageCharge[];
  service_period: { id: string };
  overwrite_counter: number;
  overwritten_event_id?: string | null;
  voided: boolean;
  /** Whether it is on an invoice. */
  closed: boolean;
}
