/** The endpoint profile: which operations a billing system offers, where, with which types, and how sure we are. */

/** How a fact about the API is known. */
export interface Mark {
  readonly status: 'documented' | 'observed' | 'inferred';
  /** Keys of the sources in the API reference, or the reasoning in a few words. */
  readonly sources: readonly string[];
}
/** Stated on the named source. */
export declare function documented(...sources: string[]): Mark;
/** Seen in a recorded response; real shape, not a published promise. */
export declare function observed(...sources: string[]): Mark;
/** Not public: derived from an older version or by reasoning. An admin may have to correct it. */
export declare function inferred(...reasons: string[]): Mark;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation. The type parameters are the bodies; `never` stands for no body. */
export interface Operation<Request = unknown, Response = unknown> {
  readonly method: Method;
  readonly kind: 'one' | 'list' | 'file';
  readonly path: string;
  readonly mark: Mark;
  readonly options?: unknown;
  readonly __request?: Request;
  readonly __response?: Response;
}

export interface ListOptions {
  /** Parameters that the operation takes, and may be filtered by, by how sure we are of their names. */
  readonly query?: {
    readonly documented?: readonly string[];
    readonly observed?: readonly string[];
    readonly inferred?: readonly string[];
  };
  readonly sortable?: readonly string[];
  /** The API rejects the call unless at least one parameter is given. */
  readonly needsParameter?: Mark;
}
export interface FileOptions {
  readonly contentType: string;
}

type Call = <Request = never, Response = never>(
  path: `/${string}`,
  mark: Mark,
) => Operation<Request, Response>;

/** Reads one object. */
export declare function get<Response>(path: `/${string}`, mark: Mark): Operation<never, Response>;
/** Reads a list, page by page. */
export declare function list<Item>(
  path: `/${string}`,
  mark: Mark,
  options?: ListOptions,
): Operation<never, Item[]>;
/** Reads a file. */
export declare function file(
  path: `/${string}`,
  mark: Mark,
  options: FileOptions,
): Operation<never, ArrayBuffer>;
export declare const post: Call;
export declare const put: Call;
export declare const patch: Call;
/** Deletes, ends or voids. */
export declare const remove: Call;

/** A kind of object in billing: its type and the operations on it. Each resource becomes one callout class. */
export interface Resource<Type, Operations extends Record<string, Operation>> {
  readonly operations: Operations;
  readonly __type?: Type;
}
/** Describes one resource; the TSDoc above it documents the callout class. */
export declare function resource<Type>(): <const Operations extends Record<string, Operation>>(
  operations: Operations,
) => Resource<Type, Operations>;

/** How an API pages its lists. */
export type Paging =
  | {
      /** The body is a bare array; totals are in headers; pages are numbered from 1. */
      readonly style: 'numbered';
      readonly sizeParameter: string;
      readonly numberParameter: string;
      readonly maxSize: number;
      readonly totalHeader: string;
      readonly mark: Mark;
    }
  | {
      /** The body is an envelope: the items under one path, the next page's cursor under another. */
      readonly style: 'cursor';
      readonly sizeParameter: string;
      readonly cursorParameter: string;
      readonly maxSize: number;
      /** Dotted path of the array in the envelope. */
      readonly items: string;
      /** Dotted path of the next cursor; absent or null on the last page. */
      readonly next: string;
      readonly mark: Mark;
    };

/** How an API's filter expressions are written; leave it out where there is none. */
export interface FilterLanguage {
  readonly parameter: string;
  readonly operators: {
    readonly equals: string;
    readonly notEquals: string;
    readonly lessThan: string;
    readonly atMost: string;
    readonly greaterThan: string;
    readonly atLeast: string;
    readonly like: string;
    readonly oneOf: string;
    readonly isNull: string;
    readonly isNotNull: string;
  };
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly quote: string;
  /** What stands for a quote inside a value. */
  readonly escapedQuote: string;
  /** Most values in one `oneOf`. */
  readonly maxValues: number;
  readonly mark: Mark;
}

/** How an API reports a failure: the dotted paths inside its error body. */
export interface ErrorBody {
  readonly code: string;
  readonly message: string;
}

/** What a field of the connection may hold, for an admin or a rep to choose from. */
export type Choices = LiveChoices | FixedChoices;
/** The values are objects of the tenant, read when somebody chooses. */
export interface LiveChoices {
  /** Field of the connection. */
  readonly field: string;
  /** `Resource.operation` of a list that needs no parameter. */
  readonly list: string;
  /** Property of an element that goes into the field. */
  readonly value: string;
  /** Property of an element that people know it by. */
  readonly label: string;
  /** Further fields of the connection that are filled along with it, by properties of the chosen element. */
  readonly also?: Readonly<Record<string, string>>;
}
/** The values are the API's own words. */
export interface FixedChoices {
  /** Field of the connection. */
  readonly field: string;
  /** What people read, by value. */
  readonly values: Readonly<Record<string, string>>;
}

export interface ProfileOptions<Resources> {
  /** Prefix of all paths after scheme and host. */
  readonly basePath: `/${string}`;
  /** Header that carries the key, and its text, in which `{key}` stands for the secret. */
  readonly authentication: { readonly header: string; readonly value: string; readonly mark: Mark };
  readonly paging: Paging;
  readonly filter?: FilterLanguage;
  readonly errorBody: ErrorBody;
  /** `resource.operation` of a cheap read that proves the connection. */
  readonly connectionTest: string;
  /** What fills fields of the connection, in the order in which set-up asks. */
  readonly choices?: readonly Choices[];
  readonly resources: Resources;
}
/** The whole profile of one billing system. */
export declare function profile<
  const Resources extends Record<string, Resource<unknown, Record<string, Operation>>>,
>(options: ProfileOptions<Resources>): ProfileOptions<Resources>;
