/** The API's contract as data: what the generator emits to `contracts/gotransverse/`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How a fact about the API is known. */
export interface Mark {
  readonly status: 'documented' | 'observed' | 'inferred';
  readonly sources: readonly string[];
}

/** A JSON Schema, as far as this server reads one itself; everything else is the validator's business. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly { readonly if: Schema; readonly then: Schema }[];
  readonly readOnly?: boolean;
  readonly description?: string;
  readonly 'x-wire'?: 'id' | 'numeric-id' | 'decimal';
  readonly 'x-tag'?: string;
}

/** A query parameter of a list, which filter expressions may name as well. */
export interface QueryParameter {
  readonly name: string;
  readonly status: Mark['status'];
  readonly sortable: boolean;
}

/** One operation of the API. */
export interface Operation {
  /** `BillingAccount.create`. */
  readonly id: string;
  readonly description: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** After the base path, parameters in braces. */
  readonly path: string;
  readonly kind: 'one' | 'list' | 'file';
  readonly pathParameters: readonly string[];
  readonly query: readonly QueryParameter[];
  /** The list answers 422 unless at least one parameter is given. */
  readonly needsParameter?: Mark;
  readonly contentType: string;
  readonly request?: Schema;
  /** For a list the schema of one item. */
  readonly response?: Schema;
  readonly samples: readonly { readonly file: string; readonly direction: 'request' | 'response' }[];
  readonly mark: Mark;
}

/** Everything that the server knows of the API's shape. */
export interface Contract {
  readonly folder: string;
  readonly label: string;
  readonly basePath: string;
  readonly keyHeader: string;
  readonly maxPageSize: number;
  readonly maxFilterValues: number;
  readonly operations: readonly Operation[];
  /** Definitions by name; `$ref`s point to `schemas.json#/$defs/<name>` or `#/$defs/<name>`. */
  readonly definitions: Readonly<Record<string, Schema>>;
}

interface EndpointsFile {
  readonly formatVersion: number;
  readonly label: string;
  readonly basePath: string;
  readonly authentication: { readonly header: string };
  readonly paging: { readonly maxSize: number };
  readonly filter: { readonly maxValues: number };
  readonly resources: readonly { readonly operations: readonly Operation[] }[];
}

/** Where the generator writes the contract, unless the environment names another folder. */
export const contractFolder =
  process.env['BILLING_CONTRACT'] ?? resolve(import.meta.dirname, '../../../contracts/gotransverse');

const FORMAT = 1;

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`The contract file ${file} can't be read. Run "npm run generate" to write it.`, {
      cause,
    });
  }
}

/** Reads the contract. Throws with the remedy where the files are missing or of another format. */
export function loadContract(folder: string = contractFolder): Contract {
  const endpoints = readJson(join(folder, 'endpoints.json')) as EndpointsFile;
  if (endpoints.formatVersion !== FORMAT) {
    throw new Error(
      `${folder}/endpoints.json has format ${endpoints.formatVersion}; this server reads ${FORMAT}.`,
    );
  }
  const schemas = readJson(join(folder, 'schemas.json')) as {
    readonly $defs: Readonly<Record<string, Schema>>;
  };
  return {
    folder,
    label: endpoints.label,
    basePath: endpoints.basePath,
    keyHeader: endpoints.authentication.header.toLowerCase(),
    maxPageSize: endpoints.paging.maxSize,
    maxFilterValues: endpoints.filter.maxValues,
    operations: endpoints.resources.flatMap(({ operations }) => operations),
    definitions: schemas.$defs,
  };
}

/** Name of the definition that a schema points to. */
export function definitionName({ $ref }: Schema): string | undefined {
  return $ref?.slice($ref.lastIndexOf('/') + 1);
}

/** The mark as a header value: `inferred; 1.x`. */
export function markText({ status, sources }: Mark): string {
  const known = sources.filter((source) => source !== '').join(', ');
  // Header values are Latin-1 at most; reasons are free text.
  return `${status}${known === '' ? '' : `; ${known}`}`.replaceAll(/[^\x20-\x7e]/g, '?');
}
