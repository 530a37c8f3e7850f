/** A receiver on loopback, and a tenant that tells it. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import Fastify from 'fastify';
import { Tenant, type Notification } from '../../src/domain/tenant.ts';
import { Faults } from '../../src/faults/faults.ts';
import { Keys } from '../../src/http/keys.ts';
import { Problem } from '../../src/http/problem.ts';
import { addOutboundControl } from '../../src/outbound/control.ts';
import { Outbound } from '../../src/outbound/outbound.ts';
import { seedSize } from '../../src/seed/size.ts';
import { Store } from '../../src/store/store.ts';

export const KEY = 'outbound-test-key';

/** One request as it arrived. */
export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Statuses of the next answers; 200 once they are used up. */
  readonly answers: number[];
}

export async function startReceiver(t: TestContext): Promise<Receiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(parts).toString() });
      const status = answers.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('seen');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`, received, answers };
}

export interface Told {
  readonly tenant: Tenant;
  readonly faults: Faults;
  readonly outbound: Outbound;
  /** Calls a control endpoint. */
  readonly control: (
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ) => Promise<{ status: number; body: unknown }>;
  /** Makes an event true and waits until everybody was told. */
  readonly tell: (notification?: Partial<Notification>) => Promise<void>;
}

const EVENT: Notification = {
  event: 'service_status_change',
  entity_type: 'service',
  entity_id: '5000001',
  billing_account_id: '1000001',
  status: 'SUSPENDED',
};

export async function startTenant(t: TestContext, file = ':memory:'): Promise<Told> {
  const tenant = new Tenant(new Store(file));
  if (tenant.tables.account.count() === 0) {
    tenant.clock.set('2026-03-10T15:00:00.000Z', true);
    seedSize(tenant, 2);
  }
  const faults = new Faults(1);
  const outbound = new Outbound(tenant, faults, { isAnyTargetAllowed: false });
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    reply
      .status(error instanceof Problem ? error.status : 500)
      .send({ message: String((error as Error).message) }),
  );
  addOutboundControl(app, {
    outbound,
    keys: new Keys(tenant.store, KEY),
    keyHeader: 'x-api-key',
    store: tenant.store,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(async () => {
    await app.close();
    await outbound.stop();
    tenant.store.close();
  });
  const control: Told['control'] = async (method, path, body, key = KEY) => {
    const headers = { 'x-api-key': key, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${url}/_control/outbound${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const tell: Told['tell'] = async (notification = {}) => {
    tenant.store.transaction(() => tenant.notify({ ...EVENT, ...notification }));
    await outbound.idle();
  };
  return { tenant, faults, outbound, control, tell };
}
