import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isJsonObject, type Json } from '../../aura/json.ts';
import type { ClientBuild } from '../../client-build/index.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { EventStream } from './event-stream.ts';
import { answer } from './answer.ts';
import type { OrgThread } from './org-thread.ts';
import { salesforceApi } from './salesforce-api.ts';
import type { Sessions } from './sessions.ts';

const BODY_LIMIT = 8_000_000;
const FOR_EVER = 'public, max-age=31536000, immutable';

export interface WebAppParts {
  readonly thread: OrgThread;
  readonly sessions: Sessions;
  readonly tokens: AccessTokens;
  readonly events: EventStream;
  /** The app for the browser; null for a server without pages. */
  readonly client: ClientBuild | null;
  /** The address that the server listens at. */
  readonly host: string;
}

/** The web server: everything about records and Apex is answered by the org's thread, the rest here. */
export function webApp(parts: WebAppParts): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    rewriteUrl: (request) => withOneSlash(request.url ?? '/'),
  });
  if (isLoopback(parts.host)) app.addHook('onRequest', refuseOtherNames);
  app.addHook('onRequest', refuseOtherSites);
  void app.register(salesforceApi(parts));
  app.route({
    method: ['GET', 'POST'],
    url: '/local/*',
    handler: (request, reply) => forward(parts, request, reply),
  });
  app.post('/local/session', (request, reply) => openSession(parts, request, reply));
  app.get('/local/events', (_request, reply) => {
    reply.hijack();
    parts.events.listen(reply.raw);
  });
  app.get('/local/diagnostics', (request, reply) => diagnostics(parts, request, reply));
  if (parts.client) serveClient(app, parts.client);
  else
    app.get('/', (_request, reply) =>
      reply.type('text/plain').send('The local org is running, without pages.'),
    );
  return app;
}

/** The Salesforce CLI puts paths behind an address that ends in a slash. */
function withOneSlash(url: string): string {
  return url.replace(/^\/{2,}/, '/');
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|::1)$/i;

function isLoopback(name: string): boolean {
  return LOOPBACK.test(name);
}

/**
 * A server that only this machine reaches has no other name: a site that lets its own name lead here (DNS rebinding) would
 * pass for the server's own pages.
 */
function refuseOtherNames(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) return done();
  refuse(reply, `This server is not called ${request.hostname}.`);
}

function refuse(reply: FastifyReply, message: string): void {
  void reply.code(403).send({ errorCode: 'FORBIDDEN', message });
}

/** The server is this machine's own: a page of another site may not use it through the browser. */
function refuseOtherSites(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { origin, host } = request.headers;
  if (origin === undefined || hostOf(origin) === host) return done();
  refuse(reply, `Pages of ${origin} may not call the local org.`);
}

/** Null for `null` and other origins that are no address. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

async function forward(parts: WebAppParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return answer(reply, await ask(parts, request));
}

function ask({ thread, sessions }: WebAppParts, request: FastifyRequest): ReturnType<OrgThread['request']> {
  return thread.request({
    method: request.method,
    path: request.url.replace(/\?.*$/s, ''),
    query: request.query as Record<string, string>,
    body: (request.body as Json | undefined) ?? null,
    userId: sessions.userOf(request.headers.cookie),
  });
}

/** Those of Apex and metadata, and those of components. */
async function diagnostics(
  parts: WebAppParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { body } = await ask(parts, request);
  return reply
    .header('cache-control', 'no-store')
    .send([...(body as object[]), ...(parts.client?.diagnostics ?? [])]);
}

/** `{ userId }`: from now on the browser works as this user. */
async function openSession(
  { thread, sessions }: WebAppParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const body = (request.body as Json | undefined) ?? null;
  const userId = isJsonObject(body) && typeof body.userId === 'string' ? body.userId : '';
  if (!(await thread.hasUser(userId))) {
    return reply.code(404).send({ errorCode: 'NOT_FOUND', message: `There is no user ${userId}.` });
  }
  return reply.header('set-cookie', sessions.open(userId)).send({ userId });
}

function serveClient(app: FastifyInstance, client: ClientBuild): void {
  const page = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(client.page());
  const file = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const found = client.file(decodeURIComponent(request.url.replace(/\?.*$/s, '')));
    if (!found) return reply.code(404).type('text/plain').send('There is no such file.');
    return reply
      .header('cache-control', found.immutable ? FOR_EVER : 'no-cache')
      .type(found.contentType)
      .send(found.body);
  };
  for (const url of ['/', '/lightning', '/lightning/*']) app.get(url, page);
  for (const url of ['/local/assets/*', '/assets/*', '/resource/*']) app.get(url, file);
}
