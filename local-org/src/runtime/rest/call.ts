import { deserialize } from '../../library/json/deserialize.ts';
import { serialize } from '../../library/json/serialize.ts';
import type { Value } from '../../library/library.ts';
import { restContext, RestRequest, RestResponse } from '../../library/rest/rest-context.ts';
import { Blob } from '../../values/blob.ts';
import { inTransaction } from '../context.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../transaction.ts';
import type { MethodInfo } from '../types.ts';
import { resourceOf, restResources, type RestResource } from './resources.ts';

/** A call of an Apex REST class. */
export interface RestCall {
  readonly method: string;
  /** Behind `/services/apexrest`: `/orders/1`; with a namespace `/acme/orders/1`. Without the query. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly remoteAddress?: string;
}

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const JSON_TYPE = { 'Content-Type': 'application/json;charset=UTF-8' };

/** Answers a call in a transaction of its own. What Apex throws is a reply with status 500, as on the platform. */
export function callRest(org: Org, call: RestCall, user: UserContext): RestReply {
  const resource = find(org, call.path);
  if (!resource) return failure(404, 'NOT_FOUND', 'Could not find a match for URL');
  const { name } = resource.info;
  if (!org.mayUseClass(user, name)) {
    return failure(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${name}`);
  }
  const method = resource.methods.get(call.method.toUpperCase());
  if (!method) {
    const allowed = [...resource.methods.keys()].join(', ');
    return failure(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${call.method}' not allowed. Allowed are ${allowed}`,
    );
  }
  const label = `${resource.info.name}.${method.name}`;
  const options = { kind: 'synchronous', entry: 'REST', user, label } as const;
  const outcome = org.transact(options, () => run(org, resource, method, call));
  const { exception, transaction, value } = outcome;
  if (!exception) return value as RestReply;
  const text = inTransaction(transaction, () => {
    const stack = org.stacks.print(org.stacks.frames(exception.stack));
    return `${exception['tostring/0']()}\n\n${stack}`;
  });
  return failure(500, 'APEX_ERROR', text);
}

function find(org: Org, path: string): RestResource | null {
  const resources = restResources(org.program.classes.values());
  const prefix = org.program.namespace === null ? null : `/${org.program.namespace}/`;
  const isOwn = prefix !== null && path.toLowerCase().startsWith(prefix.toLowerCase());
  if (prefix !== null && !isOwn) return null;
  return resourceOf(isOwn ? path.slice(prefix.length - 1) : path, resources);
}

function run(org: Org, resource: RestResource, method: MethodInfo, call: RestCall): RestReply {
  const context = restContext();
  context.request = requestOf(resource, call);
  context.response = new RestResponse();
  const value: Value = org.program
    .jsClass(resource.info.fullName)
    [method.jsName](...argumentsOf(method, call));
  return replyOf(context.response, method, value);
}

function requestOf({ mapping }: RestResource, call: RestCall): RestRequest {
  const request = new RestRequest(Object.entries(call.headers ?? {}), Object.entries(call.params ?? {}));
  request.texts.httpMethod = call.method.toUpperCase();
  request.texts.requestURI = call.path;
  request.texts.resourcePath = `/services/apexrest${mapping}`;
  request.texts.remoteAddress = call.remoteAddress ?? '127.0.0.1';
  request.requestBody = new Blob(call.body ?? new Uint8Array());
  return request;
}

/** The parameters of a method are the members of a JSON body; a method without parameters reads the body itself. */
function argumentsOf(method: MethodInfo, { body }: RestCall): Value[] {
  if (method.parameters.length === 0) return [];
  const text = new TextDecoder().decode(body ?? new Uint8Array());
  const members = text.trim() === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return method.parameters.map(({ name, type }) => {
    const member = members[name];
    return member === undefined || member === null ? null : deserialize(JSON.stringify(member), type, false);
  });
}

function replyOf(response: RestResponse | null, method: MethodInfo, value: Value): RestReply {
  const headers = Object.fromEntries((response?.headers.table.entries() ?? []) as Iterable<[string, string]>);
  const status = response?.statusCode ?? 200;
  if (response?.responseBody) return { status, headers, body: response.responseBody.bytes };
  if (method.returnType === null) return { status, headers, body: new Uint8Array() };
  const body = new TextEncoder().encode(serialize(value, false, false));
  return { status, headers: { ...JSON_TYPE, ...headers }, body };
}

function failure(status: number, errorCode: string, message: string): RestReply {
  const body = new TextEncoder().encode(JSON.stringify([{ errorCode, message }]));
  return { status, headers: JSON_TYPE, body };
}
