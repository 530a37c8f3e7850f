import { readFileSync } from 'node:fs';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { type HttpRequest, HttpResponse } from './message.ts';

/** A mock that answers with the content of static resources: one for all endpoints, or one for each. */
class StaticResourceMock extends PlatformObject {
  readonly #typeName: string;
  readonly resources = new Map<string, string>();
  readonly headers: [string, string][] = [];
  resource: string | null = null;
  status = 'OK';
  statusCode = 200;

  constructor(typeName: string) {
    super();
    this.#typeName = typeName;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#typeName);
  }

  'respond/1'(request: HttpRequest): HttpResponse {
    const name = this.resource ?? this.resources.get(request.endpoint ?? '');
    if (!name) throwApex('System.CalloutException', `No static resource was set for ${request.endpoint}.`);
    const response = new HttpResponse();
    response.body.bytes = resourceContent(name);
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [header, value] of this.headers) response.headers.set(header, value);
    return response;
  }
}

/** The bytes of a static resource. Throws `System.CalloutException` when the project has none of that name. */
export function resourceContent(name: string): Uint8Array {
  const resource = currentTransaction().schema.staticResources.get(name.toLowerCase());
  if (!resource) throwApex('System.CalloutException', `There is no static resource ${name}.`);
  return readFileSync(resource.path);
}

const common = {
  'setHeader(String,String)': (mock: StaticResourceMock, name: string, value: string) =>
    void mock.headers.push([name, value]),
  'setStatus(String)': (mock: StaticResourceMock, status: string) => void (mock.status = status),
  'setStatusCode(Integer)': (mock: StaticResourceMock, code: number) => void (mock.statusCode = code),
  'respond(HttpRequest)': (mock: StaticResourceMock, request: HttpRequest) => mock['respond/1'](request),
};

export const staticResourceMockClass = libraryClass({
  name: 'System.StaticResourceCalloutMock',
  constructors: { '()': () => new StaticResourceMock('System.StaticResourceCalloutMock') },
  methods: {
    ...common,
    'setStaticResource(String)': (mock: StaticResourceMock, name) => void (mock.resource = name),
  },
});

export const multiStaticResourceMockClass = libraryClass({
  name: 'System.MultiStaticResourceCalloutMock',
  constructors: { '()': () => new StaticResourceMock('System.MultiStaticResourceCalloutMock') },
  methods: {
    ...common,
    'setStaticResource(String,String)': (mock: StaticResourceMock, endpoint, name) =>
      void mock.resources.set(endpoint, name),
  },
});
