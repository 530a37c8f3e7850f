import type { QueryResult } from '../../data/data.ts';
import type { Value } from '../../library/library.ts';
import { printQuery } from '../../soql/print.ts';
import type { SoqlQuery } from '../../syntax/soql.ts';
import { looseEquals } from '../../values/equality.ts';
import type { SObject } from '../../values/sobject.ts';
import { CalloutFailure, type ResolvedCallout } from '../callout.ts';
import { ReplayedDifferently } from '../faults.ts';
import type { CalloutResponse } from '../transaction.ts';
import { copyOf } from './copy.ts';

/** What was met once, in order; after `rewind` it comes again from its beginning. */
class Tape<T> {
  #items: T[] = [];
  #at = 0;

  rewind(): void {
    this.#at = 0;
  }

  /** `undefined` behind the last one. */
  next(): T | undefined {
    return this.#at < this.#items.length ? this.#items[this.#at++] : undefined;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#at = this.#items.length;
  }

  /** Forgets what comes from the last one that `next` gave on. */
  cut(): void {
    this.#items = this.#items.slice(0, Math.max(0, this.#at - 1));
    this.#at = this.#items.length;
  }
}

interface AnsweredCallout {
  readonly request: ResolvedCallout;
  /** The response, or the message of what went wrong. */
  readonly answer: CalloutResponse | string;
}

interface AnsweredQuery {
  readonly text: string;
  readonly binds: readonly Value[];
  readonly result: QueryResult;
}

/**
 * What a transaction met before it had to wait for a row. On the platform it stands still there and goes on; here it is
 * undone and runs anew, so it must meet the same once more: the answers of its callouts, which are not sent again, the
 * clock and chance, and up to its first write the rows that it read.
 */
export class Recording {
  readonly #callouts = new Tape<AnsweredCallout>();
  readonly #queries = new Tape<AnsweredQuery>();
  readonly #chances = new Map<string, Tape<unknown>>();
  #hasWritten = false;

  /** Before each run. */
  rewind(): void {
    this.#callouts.rewind();
    this.#queries.rewind();
    for (const tape of this.#chances.values()) tape.rewind();
    this.#hasWritten = false;
  }

  /** The recorded answer, or the one that `send` gets. Throws when the request is not the one that was sent before. */
  callout(request: ResolvedCallout, send: () => CalloutResponse): CalloutResponse {
    const known = this.#callouts.next();
    if (known && !isSameRequest(known.request, request))
      throw new ReplayedDifferently(nameOf(known.request), nameOf(request));
    const answer = known?.answer ?? answerOf(send);
    if (!known) this.#callouts.add({ request, answer });
    if (typeof answer === 'string') throw new CalloutFailure(answer);
    return answer;
  }

  /** From here on rows are read as they are: the transaction sees its own work. */
  write(): void {
    this.#hasWritten = true;
  }

  /** The rows that the same query gave before, else `now`. */
  query(query: SoqlQuery, binds: readonly Value[], now: QueryResult): QueryResult {
    if (this.#hasWritten) return now;
    const text = printQuery(query);
    const known = this.#queries.next();
    if (known && known.text === text && isSameList(known.binds, binds)) return copyOfResult(known.result);
    if (known) this.#queries.cut();
    this.#queries.add({ text, binds: binds.map((bind): Value => copyOf(bind)), result: copyOfResult(now) });
    return now;
  }

  /** What the clock or chance gave before, else what they give now. */
  chance<T>(kind: string, make: () => T): T {
    let tape = this.#chances.get(kind) as Tape<T> | undefined;
    if (!tape) this.#chances.set(kind, (tape = new Tape<T>()));
    const known = tape.next();
    if (known !== undefined) return known;
    const made = make();
    tape.add(made);
    return made;
  }
}

function nameOf({ method, url }: ResolvedCallout): string {
  return `${method} ${url}`;
}

function answerOf(send: () => CalloutResponse): CalloutResponse | string {
  try {
    return send();
  } catch (error) {
    if (error instanceof CalloutFailure) return error.message;
    throw error;
  }
}

function isSameRequest(one: ResolvedCallout, other: ResolvedCallout): boolean {
  const headers = ({ headers: map }: ResolvedCallout): string => JSON.stringify([...map]);
  return (
    one.method === other.method &&
    one.url === other.url &&
    headers(one) === headers(other) &&
    Buffer.from(one.body).equals(other.body)
  );
}

function isSameList(one: readonly Value[], other: readonly Value[]): boolean {
  return one.length === other.length && one.every((item, at) => looseEquals(item, other[at]));
}

function copyOfResult(result: QueryResult): QueryResult {
  return { ...result, records: result.records.map((record) => copyOf(record) as SObject) };
}
