import type { DataAccess } from '../data/data.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import type { CalloutRequest, CalloutResponse } from './transaction.ts';

export interface TracedQuery {
  readonly query: SoqlQuery;
  readonly rows: number;
  readonly milliseconds: number;
}

export interface TracedWrite {
  readonly operation: string;
  /** Null when there was nothing to write. */
  readonly object: string | null;
  /** The first record's id, from which the object can be told. */
  readonly id: string | null;
  readonly rows: number;
}

export interface TracedCallout {
  readonly method: string;
  /** As Apex set it. */
  readonly endpoint: string;
  /** Null when it failed. */
  readonly status: number | null;
  readonly milliseconds: number;
}

/** What one transaction asked, wrote and called, in order. */
export class Trace {
  readonly queries: TracedQuery[] = [];
  readonly writes: TracedWrite[] = [];
  readonly callouts: TracedCallout[] = [];

  callout(request: CalloutRequest, send: () => CalloutResponse): CalloutResponse {
    const start = performance.now();
    let status: number | null = null;
    try {
      const response = send();
      status = response.status;
      return response;
    } finally {
      const { method, endpoint } = request;
      this.callouts.push({ method, endpoint, status, milliseconds: performance.now() - start });
    }
  }
}

/** Data access that notes what it is asked. */
export function traced(data: DataAccess, trace: Trace): DataAccess {
  const note = (operation: string, object: string | null, id: string | null, rows: number): void =>
    void trace.writes.push({ operation, object, id, rows });
  return {
    ...data,
    query(query, binds, options) {
      const start = performance.now();
      const result = data.query(query, binds, options);
      const rows = result.count ?? result.records.length;
      if (options.isFree !== true)
        trace.queries.push({ query, rows, milliseconds: performance.now() - start });
      return result;
    },
    save(operation, records, options) {
      note(operation.kind, records[0]?.object.name ?? null, null, records.length);
      return data.save(operation, records, options);
    },
    delete(ids, options) {
      note('delete', null, ids[0] ?? null, ids.length);
      return data.delete(ids, options);
    },
    undelete(ids, options) {
      note('undelete', null, ids[0] ?? null, ids.length);
      return data.undelete(ids, options);
    },
    merge(master, duplicates, options) {
      note('merge', master.object.name, null, duplicates.length + 1);
      return data.merge(master, duplicates, options);
    },
  };
}
