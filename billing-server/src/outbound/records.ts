/** HTTP request operations and their runs, as they are stored. */
import { Table, integer, text, type Entity } from '../store/table.ts';
import type { Store } from '../store/store.ts';
import type { Json, Values } from './template.ts';

export const METHODS = ['POST', 'PUT', 'DELETE'] as const;
export const CONTENT_TYPES = ['application/json', 'application/x-www-form-urlencoded'] as const;
export const DATE_FORMATS = ['iso', 'date', 'epoch'] as const;

/** One HTTP request operation. @documented S54, S56, S57 (settings) */
export interface OutboundOperation extends Entity {
  name: string;
  enabled: boolean;
  /** An event, or a group of events. */
  on: string;
  /** Only for accounts of this category; for all where null. */
  billing_account_category_id: string | null;
  url: string;
  method: (typeof METHODS)[number];
  content_type: (typeof CONTENT_TYPES)[number];
  date_format: (typeof DATE_FORMATS)[number];
  headers: Readonly<Record<string, string>>;
  payload: Json;
  /** How often a failed delivery is tried again. @documented S58: three times by default */
  retries: number;
  /** Milliseconds before the first retry; doubled before each further one. */
  retry_delay_ms: number;
}

/** One try. */
export interface Attempt {
  readonly at: string;
  readonly milliseconds: number;
  /** Absent where no answer came. */
  readonly status?: number;
  readonly error?: string;
}

export type RunStatus = 'QUEUED' | 'DELIVERED' | 'FAILED';

/** One event on its way to one operation's address. @documented S58 (queue, retries, Operation Run History) */
export interface OutboundRun extends Entity {
  operation_id: string;
  status: RunStatus;
  event: string;
  occurred_on: string;
  values: Values;
  attempts: readonly Attempt[];
  /** When the next attempt is due in real time, which the tenant's clock does not move. */
  due_at: number;
}

export interface OutboundTables {
  readonly operation: Table<OutboundOperation>;
  readonly run: Table<OutboundRun>;
}

export function openOutboundTables(store: Store): OutboundTables {
  return {
    operation: new Table<OutboundOperation>(store, {
      name: 'outbound_operation',
      firstId: 2001,
      columns: { enabled: integer((o) => (o.enabled ? 1 : 0), 'none') },
    }),
    run: new Table<OutboundRun>(store, {
      name: 'outbound_run',
      firstId: 500_001,
      columns: {
        status: text((r) => r.status, 'none'),
        operation_id: integer((r) => Number(r.operation_id)),
        queued_until: integer((r) => (r.status === 'QUEUED' ? r.due_at : undefined)),
      },
    }),
  };
}
