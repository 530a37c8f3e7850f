import { InvocationFailure } from '../../aura/failure.ts';
import { isJsonObject } from '../../aura/json.ts';
import type { OrgHost } from './org-host.ts';
import { HttpError, type ApiRequest } from './reply.ts';

/**
 * `{ className, method, params }` gives `{ value }`, or `{ error }` with what the component gets. As on the platform a failure
 * is the action's own and the request has been answered, so that no browser reports a failed request.
 */
export function callApex(host: OrgHost, request: ApiRequest): object {
  const { body } = request;
  if (!isJsonObject(body) || typeof body.className !== 'string' || typeof body.method !== 'string') {
    throw new HttpError(400, 'JSON_PARSER_ERROR', 'Give className and method.');
  }
  const { className, method } = body;
  const params = isJsonObject(body.params) ? body.params : {};
  const call = { className, method, params, user: host.user(request).id };
  try {
    return { value: host.named('apex', `${className}.${method}`, () => host.org.invoke(call)) };
  } catch (error) {
    return { error: failureBody(error) };
  }
}

function failureBody(error: unknown): object {
  if (error instanceof InvocationFailure) return error.body;
  return { message: error instanceof Error ? error.message : String(error) };
}
