import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { Json } from '../../aura/json.ts';
import type { ApiReply, ApiRequest } from '../back/reply.ts';
import type { AccessTokens } from './access-tokens.ts';
import { answer } from './answer.ts';
import type { OrgThread } from './org-thread.ts';
import type { Sessions } from './sessions.ts';

export interface SalesforceApiParts {
  readonly thread: OrgThread;
  readonly sessions: Sessions;
  readonly tokens: AccessTokens;
}

/** Where a body need not be JSON. */
const ANY_BODY = /^\/services\/(apexrest\/|Soap\/|data\/v\d+\.0\/jobs\/ingest\/\w+\/batches$)/;
/** As much as Salesforce takes of a bulk job's data. */
const BODY_LIMIT = 150_000_000;
/** What a browser's own session is enough for: the pages of the app call it. Versions are public. */
const WITHOUT_TOKEN = /^\/services\/data(\/v\d+\.0\/ui-api\/.*|\/?)$/;
/** The org's site: its Apex REST classes answer who has no token, as its guest. */
const SITE = '/site';
const OF_SITE = new RegExp(`^${SITE}(?=/services/apexrest/)`);
const SOAP_SESSION = /<(?:\w+:)?sessionId>([^<]+)<\/(?:\w+:)?sessionId>/;

/** Salesforce's own paths: `/services/...` and `/id/...`. Callers log in with an access token. */
export function salesforceApi(parts: SalesforceApiParts): FastifyPluginCallback {
  return (app, _options, done) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    for (const url of ['/services/*', `${SITE}/services/apexrest/*`]) {
      app.route({
        method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
        url,
        bodyLimit: BODY_LIMIT,
        handler: (request, reply) => forward(parts, request, reply),
      });
    }
    app.get('/id/*', (request, reply) => forward(parts, request, reply));
    done();
  };
}

async function forward(
  parts: SalesforceApiParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const read = requestOf(parts, request);
  return answer(reply, 'status' in read ? read : await parts.thread.request(read));
}

/** The request for the org's thread, or why there is none. */
function requestOf(parts: SalesforceApiParts, request: FastifyRequest): ApiRequest | ApiReply {
  const address = request.url.replace(/\?.*$/s, '');
  const path = address.replace(OF_SITE, '');
  const isOfSite = path !== address;
  const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
  const userId = userOf(parts, request, body);
  const isOpen = userId === null && (isOfSite || WITHOUT_TOKEN.test(path));
  if (userId === undefined || (userId === null && !isOpen))
    return refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  const from = userId !== null ? 'token' : isOfSite ? 'site' : 'browser';
  const common: Omit<ApiRequest, 'body'> = {
    method: request.method,
    path,
    query: request.query as Record<string, string>,
    headers: headersOf(request),
    from,
    userId: from === 'browser' ? parts.sessions.userOf(request.headers.cookie) : userId,
  };
  if (ANY_BODY.test(path)) return { ...common, body: null, bytes: new Uint8Array(body) };
  const json = jsonOf(body);
  if (json === undefined) return refusal(400, 'JSON_PARSER_ERROR', 'The body is no JSON.');
  return { ...common, body: json };
}

/** By the access token: undefined for a wrong one, null where there is none. */
function userOf(
  { tokens }: SalesforceApiParts,
  { headers, url }: FastifyRequest,
  body: Buffer,
): string | null | undefined {
  const bearer = /^(?:Bearer|OAuth) (.+)$/.exec(headers.authorization ?? '')?.[1];
  const token =
    bearer ?? (url.startsWith('/services/Soap/') ? SOAP_SESSION.exec(body.toString())?.[1] : undefined);
  return token === undefined ? null : (tokens.userOf(token) ?? undefined);
}

function headersOf({ headers }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function jsonOf(body: Buffer): Json | undefined {
  const text = body.toString();
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function refusal(status: number, errorCode: string, message: string): ApiReply {
  return { status, body: [{ errorCode, message }] };
}
