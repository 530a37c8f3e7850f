/** Control endpoints under which HTTP operations are set up and watched. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { malformed, notFound, Problem } from '../http/problem.ts';
import type { Keys } from '../http/keys.ts';
import type { Store } from '../store/store.ts';
import { EVENT_GROUPS } from './events.ts';
import type { Outbound } from './outbound.ts';
import { DEFAULT_TEMPLATE, PLACEHOLDERS } from './template.ts';

/** What the endpoints need of the server. */
export interface OutboundControlContext {
  readonly outbound: Outbound;
  readonly keys: Keys;
  readonly keyHeader: string;
  readonly store: Store;
}

const BASE = '/_control/outbound';
const MOST_RUNS = 500;

const idOf = (request: FastifyRequest): string => (request.params as { readonly id: string }).id;

function limitOf(text: string | undefined): number {
  if (text === undefined) return 100;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST_RUNS) throw malformed(`limit must be a whole number from 1 to ${MOST_RUNS}.`);
  return limit;
}

function addOperations(app: FastifyInstance, { outbound, store }: OutboundControlContext): void {
  const url = `${BASE}/operations`;
  app.get(url, () => outbound.tables.operation.where('true'));
  app.post(url, ({ body }) => store.transaction(() => outbound.add(body)));
  app.get(`${url}/:id`, (request) => outbound.tables.operation.require(idOf(request)));
  app.put(`${url}/:id`, (request) => store.transaction(() => outbound.replace(idOf(request), request.body)));
  app.delete(`${url}/:id`, (request, reply) => {
    store.transaction(() => outbound.remove(idOf(request)));
    return reply.status(204).send();
  });
}

function addRuns(app: FastifyInstance, { outbound }: OutboundControlContext): void {
  app.get(`${BASE}/runs`, ({ query }) => {
    const {
      status,
      operation_id: operationId,
      limit,
    } = query as Readonly<Record<string, string | undefined>>;
    return outbound.runs({ status, operationId, limit: limitOf(limit) });
  });
  app.get(`${BASE}/runs/:id`, (request) => {
    const run = outbound.tables.run.get(idOf(request));
    if (!run) throw notFound('run');
    return run;
  });
}

/** Adds the endpoints; only the server's own key opens them. */
export function addOutboundControl(app: FastifyInstance, context: OutboundControlContext): void {
  void app.register((control, _options, done) => {
    control.addHook('onRequest', (request, _reply, next) => {
      const key = request.headers[context.keyHeader];
      const isOwn = context.keys.isOwn(typeof key === 'string' ? key : undefined);
      next(
        isOwn
          ? undefined
          : new Problem(403, `Control endpoints take the server's own key in ${context.keyHeader} only.`),
      );
    });
    control.get(`${BASE}/events`, () => ({
      events: EVENT_GROUPS,
      placeholders: PLACEHOLDERS,
      default_payload: DEFAULT_TEMPLATE,
    }));
    addOperations(control, context);
    addRuns(control, context);
    done();
  });
}
