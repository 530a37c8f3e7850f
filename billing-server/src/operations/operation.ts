/** What a handler of an operation gets and gives. */
import type { Operation } from '../contract/contract.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { ListRequest } from '../http/list-request.ts';

/** One call of an operation. The body has been validated by the contract and brought to the form of records. */
export interface Call<Body> {
  readonly tenant: Tenant;
  readonly operation: Operation;
  /** Path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly list: ListRequest;
}

/** One page of a list. */
export interface Page {
  readonly items: readonly unknown[];
  /** Left out where the caller did not want it counted. */
  readonly total?: number;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/** Does one operation. Answers a page for a list, a file for a file, a record in wire shape otherwise. */
export type Handler<Body = never> = (call: Call<Body>) => unknown;

/** Handlers by operation id. The contract's schema is what makes the body of the type that the handler names. */
export type Handlers = Readonly<Record<string, Handler>>;

/** The path parameter; the route guarantees it. */
export function param({ params }: Call<unknown>, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`The route has no parameter "${name}".`);
  return value;
}

/** @throws Error where handlers and routes are not the same set: each lacks what the other has. */
export function checkComplete(handlers: Handlers, operations: readonly Operation[]): void {
  const routes = new Set(operations.map(({ id }) => id));
  const missing = [...routes].filter((id) => !Object.hasOwn(handlers, id));
  const spare = Object.keys(handlers).filter((id) => !routes.has(id));
  if (missing.length + spare.length === 0) return;
  throw new Error(
    `Handlers and routes differ. Routes without a handler: ${missing.join(', ') || 'none'}. ` +
      `Handlers without a route: ${spare.join(', ') || 'none'}.`,
  );
}
