import { documented, get, inferred, list, post, resource } from '../../../language/index.ts';
import type {
  RatedUsageEvent,
  UsageBulkRequest,
  UsageBulkResponse,
  UsageVoidRequest,
} from '../api/usage-event.ts';

/** Uses of services, rated when they are posted. */
export const usageEvent = resource<RatedUsageEvent>()({
  /** Posted events. Needs one of `service_period_id`, `reference_id`, `request_id`, `account_num`, `billing_account_id`. */
  list: list<RatedUsageEvent>('/usage-events', documented('S30'), {
    query: {
      documented: [
        'service_period_id',
        'reference_id',
        'request_id',
        'account_num',
        'billing_account_id',
        'closed',
        'id',
        'service_resource_identifier',
        'start_time',
        'end_time',
        'sequence_id',
      ],
    },
    needsParameter: documented('S30'),
  }),
  /** One posted event. */
  read: get<RatedUsageEvent>('/usage-events/{id}', documented('S30')),
  /** Rates up to 50 events now. Succeeds even when events fail: read `erred_events`. */
  rate: post<UsageBulkRequest, UsageBulkResponse>('/usage-events/bulk', documented('S29')),
  /** Voids up to 50 unbilled events, for good. */
  voidEvents: post<UsageVoidRequest>('/usage-events/bulk-void', documented('S31')),
  /** Prices events without posting them. */
  simulate: post<UsageBulkRequest, UsageBulkResponse>('/usage-events/simulate', inferred('1.x')),
});
