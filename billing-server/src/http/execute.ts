/** Does one operation for one request: key, query, body, handler in a transaction, answer in wire form. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { markText, type Operation } from '../contract/contract.ts';
import type { FaultPlan } from '../faults/faults.ts';
import type { FileAnswer, Handler, Page } from '../operations/operation.ts';
import { readListRequest, type ListRequest, type RawQuery } from './list-request.ts';
import { Problem } from './problem.ts';
import type { ServerContext } from './server-context.ts';

/** Says how sure the contract is of the operation that answered. */
export const MARK_HEADER = 'x-contract-mark';
/** Asks for faults with this one request. */
export const FAULT_HEADER = 'x-billing-fault';

const JSON_TYPE = 'application/json; charset=utf-8';
const SLOW_CHUNKS = 8;

/** An answer that is ready to be sent. */
interface Payload {
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Both spellings of the first header, because the documentation has both. @documented S6, S10 */
function pagingHeaders({ items, total }: Page, { pageSize }: ListRequest): Record<string, string> {
  const count = String(items.length);
  return {
    'x-element-count': count,
    'x-elements-count': count,
    ...(total !== undefined && {
      'x-total-count': String(total),
      'x-total-pages': String(Math.ceil(total / pageSize)),
    }),
  };
}

/** Does what became due since the last request: time went by, or something was scheduled for a moment of the past. */
function catchUp({ tenant }: ServerContext): void {
  const now = tenant.now();
  const { nextAt } = tenant.work;
  if (nextAt !== undefined && nextAt <= now) tenant.work.runUntil(now);
}

/** One operation with everything that never changes for it. */
export class OperationRoute {
  readonly #context: ServerContext;
  readonly #operation: Operation;
  readonly #handler: Handler;
  readonly #mark: string;
  readonly #expandable: ReadonlySet<string>;

  constructor(context: ServerContext, operation: Operation, handler: Handler) {
    this.#context = context;
    this.#operation = operation;
    this.#handler = handler;
    this.#mark = markText(operation.mark);
    this.#expandable = operation.response ? context.wire.expandable(operation.response) : new Set();
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    void reply.header(MARK_HEADER, this.#mark);
    const header = request.headers[FAULT_HEADER];
    const plan = this.#context.faults.plan(
      this.#operation.id,
      typeof header === 'string' ? header : undefined,
    );
    if (plan.names.length === 0) return send(reply, this.#work(request, plan));
    return this.#answerWithFaults(request, reply, plan);
  }

  async #answerWithFaults(
    request: FastifyRequest,
    reply: FastifyReply,
    plan: FaultPlan,
  ): Promise<FastifyReply> {
    void reply.header('x-injected-fault', plan.names.join(', '));
    const latency = plan.get('latency');
    if (latency) await sleep(this.#context.faults.wait(latency.latency));
    if (plan.has('drop-before-commit')) return drop(request, reply);
    const refused = plan.get('status') ?? plan.get('html');
    if (refused) return refuse(reply, refused.name, refused.status, plan);
    const payload = this.#work(request, plan);
    if (plan.has('commit-then-drop')) return drop(request, reply);
    return sendBadly(reply, payload, plan);
  }

  #work(request: FastifyRequest, plan: FaultPlan): Payload {
    const { context, operation } = { context: this.#context, operation: this.#operation };
    const { contract, keys, strict, tenant } = context;
    const key = request.headers[contract.keyHeader];
    keys.check(typeof key === 'string' ? key : undefined);
    if (strict && operation.mark.status !== 'documented') {
      throw new Problem(
        404,
        `${operation.method} ${operation.path} is ${operation.mark.status}; this server serves documented routes only.`,
      );
    }
    catchUp(context);
    const list = this.#list(request, plan);
    const body = this.#body(request);
    const call = {
      tenant,
      operation,
      params: request.params as Record<string, string>,
      body: body as never,
      list,
    };
    const work = (): unknown => this.#handler(call);
    // A read needs no transaction: nothing else can run before it is done.
    const result = operation.method === 'GET' ? work() : tenant.store.transaction(work);
    return this.#payload(result, list, plan);
  }

  #list(request: FastifyRequest, plan: FaultPlan): ListRequest {
    const { contract, tenant } = this.#context;
    const query = request.query as RawQuery;
    const list = readListRequest(this.#operation, query, contract, tenant.settings, this.#expandable);
    const shift = plan.get('shift-rows');
    return shift && list.pageNumber > 1 ? { ...list, shift: shift.rows } : list;
  }

  #body(request: FastifyRequest): unknown {
    const { request: schema } = this.#operation;
    if (!schema) return undefined;
    const decoded = this.#context.wire.decode(schema, request.body ?? {});
    this.#context.validators.check(schema.$ref ?? '', decoded);
    return decoded;
  }

  #payload(result: unknown, list: ListRequest, plan: FaultPlan): Payload {
    const { kind, response, contentType } = this.#operation;
    if (kind === 'file') {
      const { bytes, fileName } = result as FileAnswer;
      const disposition = `inline; filename="${fileName}"`;
      return { body: bytes, headers: { 'content-type': contentType, 'content-disposition': disposition } };
    }
    const { wire, faults } = this.#context;
    if (!response) return { body: '', headers: {} };
    if (kind === 'one')
      return { body: wire.encode(response, result, list.view), headers: { 'content-type': JSON_TYPE } };
    const page = result as Page;
    const items = plan.has('shuffle-page') ? faults.shuffle(page.items) : page.items;
    const body = `[${items.map((item) => wire.encode(response, item, list.view)).join(',')}]`;
    return { body, headers: { 'content-type': JSON_TYPE, ...pagingHeaders(page, list) } };
  }
}

function send(reply: FastifyReply, { body, headers }: Payload): FastifyReply {
  return reply.headers(headers).send(body);
}

function refuse(reply: FastifyReply, form: 'status' | 'html', status: number, plan: FaultPlan): FastifyReply {
  const wait = plan.get('retry-after')?.seconds ?? (status === 429 ? 1 : undefined);
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  if (form === 'html') {
    const text = `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>Gateway error ${status}</h1></body></html>`;
    return reply.status(status).type('text/html; charset=utf-8').send(text);
  }
  return reply
    .status(status)
    .type(JSON_TYPE)
    .send(JSON.stringify({ code: String(status), message: 'Injected fault.' }));
}

/** Closes the connection without an answer. */
function drop(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

async function* slowly(text: string, ms: number): AsyncGenerator<string> {
  const size = Math.max(1, Math.ceil(text.length / SLOW_CHUNKS));
  for (let at = 0; at < text.length; at += size) {
    await sleep(ms / SLOW_CHUNKS);
    yield text.slice(at, at + size);
  }
}

function sendBadly(reply: FastifyReply, { body, headers }: Payload, plan: FaultPlan): FastifyReply {
  const text = String(body);
  void reply.headers(headers);
  if (plan.has('empty')) return reply.send('');
  if (plan.has('truncated')) return reply.send(text.slice(0, Math.floor(text.length / 2)));
  const slow = plan.get('slow-body');
  return reply.send(slow ? Readable.from(slowly(text, slow.ms)) : body);
}
