import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import staticFiles from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Json } from '../../aura/json.ts';
import { isJsonObject } from '../../aura/json.ts';
import type { EventStream } from './event-stream.ts';
import type { OrgThread } from './org-thread.ts';
import type { Sessions } from './sessions.ts';

const BODY_LIMIT = 8_000_000;
const DESIGN_SYSTEM = join(
  dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json')),
  'assets',
);

export interface WebAppParts {
  readonly thread: OrgThread;
  readonly sessions: Sessions;
  readonly events: EventStream;
  /** The folder of the browser's bundles, with `index.html`; null when there is no browser part. */
  readonly assets: string | null;
}

/** The web server: everything about records and Apex is answered by the org's thread, the rest here. */
export function webApp(parts: WebAppParts): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  app.addHook('onRequest', refuseOtherSites);
  app.route({
    method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    url: '/services/*',
    handler: (request, reply) => forward(parts, request, reply),
  });
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
  serveFiles(app, parts.assets);
  return app;
}

/** The server is this machine's own: a page of another site may not use it through the browser. */
function refuseOtherSites(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { origin, host } = request.headers;
  if (origin !== undefined && new URL(origin).host !== host) {
    void reply
      .code(403)
      .send([{ errorCode: 'FORBIDDEN', message: `Pages of ${origin} may not call the local org.` }]);
    return;
  }
  done();
}

async function forward(
  { thread, sessions }: WebAppParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { status, body } = await thread.request({
    method: request.method,
    path: request.url.replace(/\?.*$/s, ''),
    query: request.query as Record<string, string>,
    body: (request.body as Json | undefined) ?? null,
    userId: sessions.userOf(request.headers.cookie),
  });
  reply.code(status).header('cache-control', 'no-store');
  if (body === undefined) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
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
    return reply.code(404).send([{ errorCode: 'NOT_FOUND', message: `There is no user ${userId}.` }]);
  }
  return reply.header('set-cookie', sessions.open(userId)).send({ userId });
}

function serveFiles(app: FastifyInstance, assets: string | null): void {
  app.register(staticFiles, { root: DESIGN_SYSTEM, prefix: '/assets/', index: false });
  if (assets === null) {
    app.get('/', (_request, reply) =>
      reply.type('text/plain').send('The local org is running. It has no pages here.'),
    );
    return;
  }
  app.register(staticFiles, {
    root: assets,
    prefix: '/local/assets/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => reply.setHeader('cache-control', 'no-cache'),
  });
  const page = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.sendFile('index.html', assets);
  app.get('/', page);
  app.get('/lightning', page);
  app.get('/lightning/*', page);
}
