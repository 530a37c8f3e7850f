import type { Json } from '../../aura/json.ts';

/** A request of the browser, as the org's thread gets it. */
export interface ApiRequest {
  readonly method: string;
  /** Without the query: `/services/data/v67.0/ui-api/records/001...`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  /** The body as it came, where it need not be JSON: SOAP and Apex REST. */
  readonly bytes?: Uint8Array;
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** By default a browser with the pages; a token lets Salesforce's own clients in, the site everybody as its guest. */
  readonly from?: 'browser' | 'token' | 'site';
  /** Null: the user that a browser has before it chose one. */
  readonly userId: string | null;
}

export interface ApiReply {
  readonly status: number;
  /** Undefined for a reply without a body. */
  readonly body?: unknown;
  /** A body that is no JSON. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a handler gives that says itself what the reply is. */
export class Reply {
  readonly reply: ApiReply;

  constructor(reply: ApiReply) {
    this.reply = reply;
  }
}

/** What a handler gives for something new. */
export class Created {
  readonly body: unknown;

  constructor(body: unknown) {
    this.body = body;
  }
}

/** One error as Salesforce's REST resources give it. */
export interface ApiError {
  readonly errorCode: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/** A request that can't be served; becomes the reply. */
export class HttpError extends Error {
  readonly status: number;
  readonly error: ApiError;

  constructor(status: number, errorCode: string, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.error = { errorCode, message, ...more };
  }
}

export function notFound(message = 'The requested resource does not exist'): HttpError {
  return new HttpError(404, 'NOT_FOUND', message);
}
