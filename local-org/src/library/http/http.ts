import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { type HttpRequest, HttpResponse } from './message.ts';

const DEFAULT_TIMEOUT = 10_000;
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']);

class Http extends PlatformObject {
  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Http');
  }
}

/** Sends the request by the transaction: a mock, the org's handler or the network answers. */
function send(_http: Http, request: HttpRequest | null): HttpResponse {
  if (request === null) throwApex('System.NullPointerException', 'Argument 1 cannot be null');
  if (!request.endpoint) throwApex('System.CalloutException', 'no protocol: ');
  if (!request.method) throwApex('System.CalloutException', "Missing a required parameter 'method'.");
  const method = request.method.toUpperCase();
  if (!METHODS.has(method)) throwApex('System.CalloutException', `Invalid HTTP method: ${request.method}`);
  // A mock is asked whatever the address is.
  const isMocked = Boolean(currentTransaction().test?.calloutMock);
  if (!isMocked && !/^callout:|^https?:\/\//i.test(request.endpoint)) {
    throwApex('System.CalloutException', `no protocol: ${request.endpoint}`);
  }
  const answer = currentTransaction().callout({
    method,
    endpoint: request.endpoint,
    headers: request.headers.toMap(),
    body: request.body.bytes,
    timeout: request.timeout ?? DEFAULT_TIMEOUT,
    source: request,
  });
  return answer.source ?? responseOf(answer);
}

function responseOf(answer: {
  status: number;
  statusText: string;
  headers: ReadonlyMap<string, string>;
  body: Uint8Array;
}): HttpResponse {
  const response = new HttpResponse();
  response.statusCode = answer.status;
  response.status = answer.statusText;
  for (const [name, value] of answer.headers) response.headers.set(name, value);
  response.body.bytes = answer.body;
  return response;
}

export const httpClass = libraryClass({
  name: 'System.Http',
  constructors: { '()': () => new Http() },
  methods: { 'send(HttpRequest)': send, 'toString()': () => 'System.Http[]' },
});

export const httpCalloutMockClass = libraryClass({ name: 'System.HttpCalloutMock', virtual: true });
