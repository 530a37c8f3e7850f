import { isJsonObject, type Json, type JsonObject } from '../../aura/json.ts';
import type { OrgHost } from '../back/org-host.ts';
import type { ApiReply, ApiRequest } from '../back/reply.ts';
import { badRequest } from './errors.ts';
import { members } from './saving.ts';
import { UnknownReference, withReferences } from './references.ts';

const MOST = 25;
/** What may stand inside of a composite request. */
const SUB_REQUEST = /^\/services\/data\/v\d+\.0\/(sobjects|query|queryAll|composite\/sobjects)(\/|\?|$)/;

interface Result {
  readonly referenceId: string;
  readonly status: number;
  readonly body: Json;
}

/** `POST .../composite`: requests that use each other's results, in one transaction. */
export function composite(host: OrgHost, request: ApiRequest): object {
  const { compositeRequest, allOrNone } = members(request.body);
  const requests = checkedList(compositeRequest);
  return host.together(request, (undo) => {
    const results: Result[] = [];
    for (const one of requests) results.push(run(host, request, one, results));
    if (allOrNone !== true || results.every(isSuccess)) return { compositeResponse: results.map(response) };
    undo();
    return {
      compositeResponse: results.map((result) => response(isSuccess(result) ? halted(result) : result)),
    };
  });
}

/** `POST .../composite/batch`: requests that know nothing of each other, each a transaction. */
export function batch(host: OrgHost, request: ApiRequest): object {
  const { batchRequests, haltOnError } = members(request.body);
  const results: { statusCode: number; result: Json }[] = [];
  for (const one of checkedList(batchRequests)) {
    const hasFailed = results.some(({ statusCode }) => statusCode >= 400);
    const skipped = [
      { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' },
    ];
    if (hasFailed && haltOnError === true) results.push({ statusCode: 412, result: skipped });
    else {
      const url = String(one.url).replace(/^\/?(?=v\d)/, '/services/data/');
      const { status, body } = send(host, request, String(one.method), url, one.richInput ?? null);
      results.push({ statusCode: status, result: (body as Json | undefined) ?? null });
    }
  }
  return { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results };
}

function checkedList(list: Json | undefined): JsonObject[] {
  if (!Array.isArray(list) || !list.every(isJsonObject))
    throw badRequest('JSON_PARSER_ERROR', 'The body has no list of requests.');
  if (list.length > MOST) throw badRequest('LIMIT_EXCEEDED', `A request may hold ${MOST} others.`);
  return list;
}

function run(host: OrgHost, request: ApiRequest, one: JsonObject, before: readonly Result[]): Result {
  const referenceId = String(one.referenceId ?? '');
  const known = new Map(before.filter(isSuccess).map((result) => [result.referenceId, result.body]));
  try {
    const url = withReferences(String(one.url), known) as string;
    const input = withReferences(one.body ?? null, known);
    const { status, body } = send(host, request, String(one.method), url, input);
    return { referenceId, status, body: (body as Json | undefined) ?? null };
  } catch (error) {
    if (!(error instanceof UnknownReference)) throw error;
    return { referenceId, status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message: error.message }] };
  }
}

function send(
  host: OrgHost,
  { userId, headers }: ApiRequest,
  method: string,
  url: string,
  body: Json,
): ApiReply {
  if (!SUB_REQUEST.test(url))
    return { status: 400, body: [{ errorCode: 'INVALID_INPUT', message: `${url} may not stand here.` }] };
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return host.handle({
    method: method.toUpperCase(),
    path: pathname,
    query: Object.fromEntries(searchParams),
    body,
    userId,
    ...(headers ? { headers } : {}),
  });
}

function isSuccess({ status }: Result): boolean {
  return status < 400;
}

function halted({ referenceId }: Result): Result {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return { referenceId, status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}

function response({ referenceId, status, body }: Result): JsonObject {
  return { body, httpHeaders: {}, httpStatusCode: status, referenceId };
}
