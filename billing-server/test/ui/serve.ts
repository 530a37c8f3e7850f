/** Starts the pages on a small tenant. */
import type { TestContext } from 'node:test';
import Fastify from 'fastify';
import { Tenant } from '../../src/domain/tenant.ts';
import { Faults } from '../../src/faults/faults.ts';
import { RequestLog } from '../../src/http/request-log.ts';
import { Outbound } from '../../src/outbound/outbound.ts';
import { seedSize } from '../../src/seed/size.ts';
import { Store } from '../../src/store/store.ts';
import { addUi } from '../../src/ui/ui.ts';

/** A page as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Served {
  readonly tenant: Tenant;
  readonly log: RequestLog;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
}

/** Serves eight accounts over HTTP until the test ends. */
export async function serveUi(t: TestContext, uiPassword?: string): Promise<Served> {
  const tenant = new Tenant(new Store());
  tenant.clock.set('2026-03-10T15:00:00.000Z', true);
  seedSize(tenant, 8);
  const log = new RequestLog();
  const outbound = new Outbound(tenant, new Faults(1), { isAnyTargetAllowed: false });
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } });
  addUi(app, { tenant, log, outbound, uiPassword });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(async () => {
    await app.close();
    await outbound.stop();
    tenant.store.close();
  });
  const get: Served['get'] = async (path, headers = {}) => {
    const answer = await fetch(url + path, { headers, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return { tenant, log, get };
}
