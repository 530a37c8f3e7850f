import { InvocationFailure } from '../../aura/failure.ts';
import { isJsonObject } from '../../aura/json.ts';
import type { OrgHost } from './org-host.ts';
import { HttpError, type ApiRequest } from './reply.ts';

/** `{ className, method, params }`. A failure is the error of the Apex call itself, not of the request. */
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
    throw new ApexFailed(error);
  }
}

/** Becomes 400 `{ error }`. */
export class ApexFailed extends Error {
  readonly body: object;

  constructor(error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    super(message, { cause: error });
    this.body = error instanceof InvocationFailure ? error.body : { message };
  }
}
