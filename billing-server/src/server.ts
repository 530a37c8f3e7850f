/** Puts a billing server together. */
import { randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { loadContract, type Contract } from './contract/contract.ts';
import { addControl, addUnsupported } from './control/control.ts';
import { registerWork } from './domain/due.ts';
import { Tenant } from './domain/tenant.ts';
import { Faults } from './faults/faults.ts';
import { buildApp } from './http/app.ts';
import { Keys } from './http/keys.ts';
import { RequestLog } from './http/request-log.ts';
import type { ServerContext } from './http/server-context.ts';
import { addOpenApi } from './openapi/openapi.ts';
import { HANDLERS } from './operations/index.ts';
import { addOutboundControl } from './outbound/control.ts';
import { Outbound } from './outbound/outbound.ts';
import { Store } from './store/store.ts';
import { addUi } from './ui/ui.ts';
import { WireTypes } from './wire/codec.ts';
import { Validators } from './wire/validate.ts';

/** The key that a server on the own machine has, unless it is given another. */
export const LOCAL_KEY = 'local-demo-key-not-a-secret-0000';

export interface ServerOptions {
  /** Data file; in memory where absent. */
  readonly file?: string;
  readonly key?: string;
  readonly strict?: boolean;
  readonly faultSeed?: number;
  /** Address under which others reach the server, for links and documents. */
  readonly publicUrl?: string;
  /** Asked for by pages; none on the own machine. */
  readonly uiPassword?: string;
  /** Outbound operations may call other machines than this one. */
  readonly isAnyTargetAllowed?: boolean;
  readonly contract?: Contract;
  /** Fills an empty tenant. */
  readonly prepare?: (tenant: Tenant) => void;
  readonly onDefect?: (error: unknown) => void;
}

/** A server that is ready to listen. */
export interface BillingServer {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  readonly tenant: Tenant;
  readonly outbound: Outbound;
  /** Listens and answers the address. @throws the socket's error, such as EADDRINUSE. */
  listen(port: number, host: string): Promise<string>;
  /** Finishes open requests and closes the data file. */
  close(): Promise<void>;
}

/** How often a clock that goes by itself is looked at when nobody calls. */
const TICK = 30_000;
const SEED_RANGE = 2 ** 32 - 1;

function contextOf(options: ServerOptions, tenant: Tenant): ServerContext {
  const contract = options.contract ?? loadContract();
  const settings = () => ({ zone: tenant.zone, milliseconds: tenant.settings.milliseconds });
  return {
    contract,
    tenant,
    handlers: HANDLERS,
    wire: new WireTypes(contract.definitions, settings),
    validators: new Validators(contract.definitions),
    keys: new Keys(tenant.store, options.key ?? LOCAL_KEY),
    faults: new Faults(options.faultSeed ?? randomInt(SEED_RANGE)),
    log: new RequestLog(),
    strict: options.strict ?? false,
    onDefect: options.onDefect ?? (() => undefined),
  };
}

/** Does what falls due while nobody calls. */
function startTicking(tenant: Tenant, onDefect: (error: unknown) => void): NodeJS.Timeout {
  const tick = (): void => {
    try {
      if (!tenant.clock.isFrozen) tenant.work.runUntil(tenant.now());
    } catch (error) {
      onDefect(error);
    }
  };
  return setInterval(tick, TICK).unref();
}

/** Makes a server. @throws DataFileError where the data file can't be used. */
export function createServer(options: ServerOptions = {}): BillingServer {
  const store = new Store(options.file);
  const tenant = new Tenant(store);
  registerWork(tenant);
  const context = contextOf(options, tenant);
  const outbound = new Outbound(tenant, context.faults, {
    isAnyTargetAllowed: options.isAnyTargetAllowed ?? false,
  });
  options.prepare?.(tenant);
  const app = buildApp(context);
  addControl(app, context);
  addOutboundControl(app, { outbound, keys: context.keys, keyHeader: context.contract.keyHeader, store });
  addUnsupported(app);
  addOpenApi(app, { contract: context.contract, strict: context.strict, publicUrl: options.publicUrl });
  addUi(app, { tenant, log: context.log, outbound, uiPassword: options.uiPassword });
  const timer = startTicking(tenant, context.onDefect);
  return {
    app,
    context,
    tenant,
    outbound,
    async listen(port, host) {
      await app.listen({ port, host });
      const { port: own } = app.server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      return `http://${name}:${own}`;
    },
    async close() {
      clearInterval(timer);
      await app.close();
      await outbound.stop();
      store.close();
    },
  };
}
