/** A billing server for one test file, and a client that checks every answer by the contract. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { loadContract, type Contract, type Operation } from '../../src/contract/contract.ts';
import { seedCatalog } from '../../src/seed/catalog.ts';
import { seedReferenceData } from '../../src/seed/reference-data.ts';
import type { Body, Many } from './body.ts';
import { createServer, LOCAL_KEY, type BillingServer, type ServerOptions } from '../../src/server.ts';

const contract: Contract = loadContract();

/** When tests begin, unless they say otherwise; the day after the account of the reference's samples starts. */
export const START = '2025-03-02T15:00:00.000Z';
const CATALOG_FROM = '2025-01-01T06:00:00.000Z';

/** Ids of what the seeded catalog holds and tests use. */
export const IDS = {
  cycle: '210',
  category: '31',
  internet: '3102',
  internetPrice: '8801',
  staticIp: '3177',
  router: '3191',
  agreement: '12',
  field: '52',
} as const;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; absent properties are not told by the type. */
  readonly body: Body;
}

export interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A validator of responses that shares nothing with the server's own. */
function responseValidator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formatsModule.default(ajv);
  ajv.addVocabulary(['x-mark', 'x-wire', 'x-tag']);
  ajv.addSchema({ $id: 'schemas.json', $defs: contract.definitions });
  return ajv;
}

const validator = responseValidator();

function operationOf(id: string): Operation {
  const operation = contract.operations.find((one) => one.id === id);
  assert.ok(operation, `the contract has no operation ${id}`);
  return operation;
}

function pathOf({ path, id }: Operation, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = params[name];
    assert.ok(value !== undefined, `${id} needs the path parameter ${name}`);
    return encodeURIComponent(value);
  });
}

/** Fails where a successful answer is not what the contract says. */
export function checkResponse(operation: Operation, body: unknown): void {
  if (!operation.response) return;
  const schema =
    operation.kind === 'list' ? { type: 'array', items: operation.response } : operation.response;
  const validate = validator.compile(schema);
  assert.ok(
    validate(body),
    `${operation.id} answers what its schema does not allow: ${validator.errorsText(validate.errors)}`,
  );
}

/** A running server with its client. */
export class Billing {
  readonly server: BillingServer;
  readonly url: string;
  /** Ids of operations that were answered with success. */
  readonly succeeded = new Set<string>();

  private constructor(server: BillingServer, url: string) {
    this.server = server;
    this.url = url;
  }

  /** Starts a server with reference data and catalog, its clock standing still. */
  static async start(options: ServerOptions & { readonly now?: string } = {}): Promise<Billing> {
    const server = createServer({
      faultSeed: 1,
      onDefect: (error) => {
        throw error;
      },
      prepare: (tenant) => {
        tenant.clock.set(options.now ?? START, true);
        tenant.store.transaction(() => {
          seedReferenceData(tenant);
          seedCatalog(tenant, CATALOG_FROM);
        });
      },
      ...options,
    });
    return new Billing(server, await server.listen(0, '127.0.0.1'));
  }

  async stop(): Promise<void> {
    await this.server.close();
  }

  /** Sends a request as it is. */
  async send(
    method: string,
    path: string,
    { query = {}, body, headers = {} }: CallOptions = {},
  ): Promise<Answer> {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const response = await fetch(`${this.url}${path}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers: {
        'x-api-key': LOCAL_KEY,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text !== '' ? JSON.parse(text) : undefined) as Body,
    };
  }

  /** Calls an operation and checks a success by its schema, a failure by the form of errors. */
  async call(id: string, options: CallOptions = {}): Promise<Answer> {
    const operation = operationOf(id);
    const answer = await this.send(
      operation.method,
      contract.basePath + pathOf(operation, options.params ?? {}),
      options,
    );
    if (answer.status === 200) {
      this.succeeded.add(id);
      checkResponse(operation, answer.body);
    } else
      assert.deepEqual(
        Object.keys(answer.body ?? {}),
        ['code', 'message'],
        `${id} fails with {code, message}: ${answer.text}`,
      );
    return answer;
  }

  /** Calls an operation that has to succeed. Answers the body. */
  async ok(id: string, options: CallOptions = {}): Promise<Body> {
    const { status, body, text } = await this.call(id, options);
    assert.equal(status, 200, `${id}: ${text}`);
    return body;
  }

  /** Calls an operation that has to be refused. Answers the message. */
  async refused(id: string, status: number, options: CallOptions = {}): Promise<string> {
    const answer = await this.call(id, options);
    assert.equal(answer.status, status, `${id}: ${answer.text}`);
    return answer.body.message;
  }

  /** A list that has to be answered. */
  async list(id: string, options: CallOptions = {}): Promise<Many> {
    return (await this.ok(id, options)) as unknown as Many;
  }

  async control(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.send(method, `/_control${path}`, body === undefined ? {} : { body });
    assert.equal(answer.status, 200, answer.text);
    return answer.body;
  }

  /** Moves the clock and does what falls due. */
  async advance(amount: Readonly<Record<string, number>>): Promise<void> {
    await this.control('POST', '/clock', { advance: amount });
  }
}

/** The reference's own sample body, word for word. */
export function sample(name: string): string {
  return readFileSync(join(contract.folder, 'samples', `${name}.json`), 'utf8');
}

export { contract };
