import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { Blob } from '../../values/blob.ts';
import type { ApexMap } from '../../values/map.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { mapOf } from '../schema/collections.ts';

type Name = 'httpMethod' | 'remoteAddress' | 'requestURI' | 'resourcePath';

/** `System.RestRequest` */
export class RestRequest extends PlatformObject {
  readonly headers: ApexMap;
  params: ApexMap;
  /** Null until it is set. */
  requestBody: Blob | null = null;
  readonly texts: Record<Name, string | null> = {
    httpMethod: null,
    remoteAddress: null,
    requestURI: null,
    resourcePath: null,
  };

  constructor(headers: Iterable<[string, string]> = [], params: Iterable<[string, string]> = []) {
    super();
    this.headers = mapOf('String', 'String', headers);
    this.params = mapOf('String', 'String', params);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.RestRequest');
  }
}

/** `System.RestResponse` */
export class RestResponse extends PlatformObject {
  readonly headers: ApexMap = mapOf('String', 'String', []);
  responseBody: Blob | null = null;
  statusCode: number | null = null;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.RestResponse');
  }
}

const CONTEXT = Symbol('RestContext');

/** What `RestContext` is in the running transaction. */
export function restContext(): { request: RestRequest | null; response: RestResponse | null } {
  return currentTransaction().state(CONTEXT, () => ({ request: null, response: null }));
}

const text = (name: Name): NonNullable<LibraryClass['properties']>[string] => ({
  get: (request: RestRequest) => request.texts[name],
  set: (request: RestRequest, value) => void (request.texts[name] = value),
});

export const restContextClass = libraryClass({
  name: 'System.RestContext',
  staticProperties: {
    request: { get: () => restContext().request, set: (value) => void (restContext().request = value) },
    response: { get: () => restContext().response, set: (value) => void (restContext().response = value) },
  },
});

export const restRequestClass = libraryClass({
  name: 'System.RestRequest',
  constructors: { '()': () => new RestRequest() },
  methods: {
    'addHeader(String,String)': (request: RestRequest, name: Value, value: Value) =>
      request.headers.put(name, value),
    'addParameter(String,String)': (request: RestRequest, name: Value, value: Value) =>
      request.params.put(name, value),
  },
  properties: {
    httpMethod: text('httpMethod'),
    remoteAddress: text('remoteAddress'),
    requestURI: text('requestURI'),
    resourcePath: text('resourcePath'),
    headers: { get: (request: RestRequest) => request.headers },
    params: {
      get: (request: RestRequest) => request.params,
      set: (request: RestRequest, value) => void (request.params = value),
    },
    requestBody: {
      get: (request: RestRequest) => request.requestBody,
      set: (request: RestRequest, value) => void (request.requestBody = value),
    },
  },
});

export const restResponseClass = libraryClass({
  name: 'System.RestResponse',
  constructors: { '()': () => new RestResponse() },
  methods: {
    'addHeader(String,String)': (response: RestResponse, name: Value, value: Value) =>
      response.headers.put(name, value),
  },
  properties: {
    headers: { get: (response: RestResponse) => response.headers },
    responseBody: {
      get: (response: RestResponse) => response.responseBody,
      set: (response: RestResponse, value) => void (response.responseBody = value),
    },
    statusCode: {
      get: (response: RestResponse) => response.statusCode,
      set: (response: RestResponse, value) => void (response.statusCode = value),
    },
  },
});

export const classes: readonly LibraryClass[] = [restContextClass, restRequestClass, restResponseClass];
