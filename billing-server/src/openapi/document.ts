/** The contract as an OpenAPI 3.1 document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, Operation } from '../contract/contract.ts';
import { commonParameters, parametersOf } from './parameters.ts';
import { componentSchemas, schemaIn } from './schemas.ts';

/** What the document says besides the contract. */
export interface DocumentOptions {
  /** Scheme, host and port under which callers reach the server. */
  readonly serverUrl: string;
  /** Leaves out what the server does not serve. */
  readonly strict: boolean;
}

/** As far as this server reads it itself; everything else is for clients. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [part: string]: unknown;
}

const JSON_TYPE = 'application/json';

/** Statuses that every operation may answer with. @documented S10 (401, 403, 404, 422) */
const FAILURES = [
  ['400', 'The request can not be read.'],
  ['401', 'The key is missing, or its user may not sign in.'],
  ['403', 'The key is unknown, or lacks the API set.'],
  ['404', 'The entity was not found.'],
  ['422', 'A value or a rule is broken; the message names the field.'],
] as const;

/** Operations that the server serves. */
export function servedOperations({ operations }: Contract, strict: boolean): readonly Operation[] {
  return strict ? operations.filter(({ mark }) => mark.status === 'documented') : operations;
}

/** The resource that an operation belongs to, by its id. */
export function resourceOf({ id }: Operation): string {
  return id.slice(0, id.indexOf('.'));
}

/** A sample body of an operation. @throws SyntaxError where the file is no JSON */
export function sampleOf(
  { folder }: Contract,
  { samples }: Operation,
  wanted: 'request' | 'response',
): unknown {
  const sample = samples.find(({ direction }) => direction === wanted);
  return sample && (JSON.parse(readFileSync(join(folder, sample.file), 'utf8')) as unknown);
}

function content(type: string, schema: unknown, example: unknown): unknown {
  return { [type]: { schema, ...(example !== undefined && { example }) } };
}

const pagingHeader = (description: string): unknown => ({ description, schema: { type: 'integer' } });

const PAGING_HEADERS = {
  'x-element-count': pagingHeader('Records in this body.'),
  'x-elements-count': pagingHeader('The same, in the spelling of the reference.'),
  'x-total-count': pagingHeader('Records that match.'),
  'x-total-pages': pagingHeader('Pages at this page size.'),
};

function success(contract: Contract, operation: Operation): unknown {
  const { kind, response, contentType } = operation;
  if (kind === 'file') {
    return {
      description: 'The file.',
      content: content(contentType, { type: 'string', format: 'binary' }, undefined),
    };
  }
  if (!response) return { description: 'Done; no body.' };
  const schema = schemaIn(response);
  if (kind === 'list') {
    const page = content(JSON_TYPE, { type: 'array', items: schema }, undefined);
    return { description: 'One page.', headers: PAGING_HEADERS, content: page };
  }
  return {
    description: 'Done.',
    content: content(JSON_TYPE, schema, sampleOf(contract, operation, 'response')),
  };
}

function requestBody(contract: Contract, operation: Operation): unknown {
  const { request } = operation;
  if (!request) return undefined;
  const body = content(JSON_TYPE, schemaIn(request), sampleOf(contract, operation, 'request'));
  return { required: true, content: body };
}

function describe({ description, needsParameter }: Operation): string {
  return needsParameter ? `${description} Needs at least one parameter.` : description;
}

function operationIn(contract: Contract, operation: Operation, path: string): unknown {
  const body = requestBody(contract, operation);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const failures = FAILURES.map(
    ([status]) => [status, { $ref: `#/components/responses/${status}` }] as const,
  );
  return {
    operationId: operation.id,
    tags: [resourceOf(operation)],
    summary: operation.id,
    description: describe(operation),
    parameters: parametersOf(operation, names),
    ...(body !== undefined && { requestBody: body }),
    responses: { 200: success(contract, operation), ...Object.fromEntries(failures) },
    'x-mark': operation.mark,
  };
}

/** Two paths that differ in the names of their parameters only are one path to OpenAPI. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{}');
}

function pathsOf(contract: Contract, operations: readonly Operation[]): OpenApiDocument['paths'] {
  const names = new Map<string, string>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const shape = shapeOf(operation.path);
    const path = names.get(shape) ?? operation.path;
    names.set(shape, path);
    const methods = (paths[contract.basePath + path] ??= {});
    methods[operation.method.toLowerCase()] = operationIn(contract, operation, path);
  }
  return paths;
}

const ERROR = {
  type: 'object',
  properties: { code: { type: 'string' }, message: { type: 'string' } },
  required: ['code', 'message'],
} as const;

function failureResponses(): Record<string, unknown> {
  const schema = { $ref: '#/components/schemas/Error' };
  return Object.fromEntries(
    FAILURES.map(([status, description]) => [
      status,
      { description, content: content(JSON_TYPE, schema, undefined) },
    ]),
  );
}

/** Makes the document. */
export function openApiDocument(contract: Contract, { serverUrl, strict }: DocumentOptions): OpenApiDocument {
  const operations = servedOperations(contract, strict);
  return {
    openapi: '3.1.0',
    info: {
      title: `${contract.label} billing API 2.0, as this server serves it`,
      version: '2.0',
      description: 'Marks say how each operation is known: documented, observed or inferred.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: serverUrl }],
    security: [{ key: [] }],
    tags: [...new Set(operations.map(resourceOf))].map((name) => ({ name })),
    paths: pathsOf(contract, operations),
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: contract.keyHeader } },
      parameters: commonParameters(contract),
      responses: failureResponses(),
      schemas: { ...componentSchemas(contract), Error: ERROR },
    },
  };
}
