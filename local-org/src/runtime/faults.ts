import { captureStack } from '../values/capture-stack.ts';
import { ApexException } from '../values/exception.ts';
import { currentTransaction } from './context.ts';
import type { LimitName } from './limits.ts';

/** A defect of the local org itself, never an exception of Apex: no `catch` of Apex sees it. */
export class LocalOrgDefect extends Error {
  constructor(cause: unknown) {
    const text = cause instanceof Error ? cause.message : String(cause);
    super(`The local org has a defect, please report it: ${text}`, { cause });
    if (cause instanceof Error && cause.stack) this.stack = `${this.message}\n${cause.stack}`;
  }
}

/** A class that has compile errors was used by one that has none. */
export class BrokenClass extends Error {
  constructor(name: string) {
    super(`${name} has compile errors, so nothing that uses it can run.`);
  }
}

/** A transaction waits for a row that another one has locked: it is undone and runs anew later. */
export class Postponed extends Error {
  constructor(id: string) {
    super(`The transaction waits for the row ${id}.`);
  }
}

/** A transaction that waited read something else the second time, and so it would have called somebody else. */
export class ReplayedDifferently extends Error {
  /** @param before the callout of the first time, `POST https://...`. */
  constructor(before: string, now: string) {
    super(
      `A transaction that waited for a row makes another callout when it runs anew: first ${before}, then ${now} ` +
        'or another body. Pause this transaction and let the other one run meanwhile.',
    );
  }
}

/** What Apex was refused because the local org does not support it, found only at run time. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`The local org does not support ${what} yet.`);
    captureStack(this, new.target);
  }
}

/**
 * True from the moment an uncatchable exception was thrown until its transaction ends: `finally` blocks of Apex do not
 * run then, as on the platform.
 */
export const dying = { now: false };

/** Errors of the local org that no Apex sees. */
const OWN_ERRORS = [LocalOrgDefect, Unsupported, BrokenClass, Postponed, ReplayedDifferently];
const NULL_ACCESS = /^Cannot (read|set) propert(y|ies) of null/;
const MESSAGES: Readonly<Partial<Record<LimitName, string>>> = {
  queries: 'Too many SOQL queries: ',
  aggregateQueries: 'Too many Aggregate query rows: ',
  queryRows: 'Too many query rows: ',
  queryLocatorRows: 'Too many query locator rows: ',
  soslQueries: 'Too many SOSL queries: ',
  dmlStatements: 'Too many DML statements: ',
  dmlRows: 'Too many DML rows: ',
  callouts: 'Too many callouts: ',
  queueableJobs: 'Too many queueable jobs added to the queue: ',
  futureCalls: 'Too many future calls: ',
  emailInvocations: 'Too many Email Invocations: ',
  heap: 'Apex heap size too large: ',
  savepoints: 'Too many savepoints: ',
  publishImmediate: 'Too many EventBus.publish calls: ',
};

/** An exception of the platform, not yet thrown. `type` is its full name, e.g. `System.ListException`. */
export function apexException(type: string, message: string): ApexException {
  const exception = new ApexException();
  exception.$platformType = currentTransaction().program.type(type);
  exception.$message = message;
  return exception;
}

/** Throws the platform exception `type`, e.g. `throwApex('System.ListException', 'List index out of bounds: 3')`. */
export function throwApex(type: string, message: string): never {
  throw apexException(type, message);
}

/** Throws an exception that no `catch` of Apex sees, and lets the transaction die. */
export function throwUncatchable(type: string, message: string): never {
  const exception = apexException(type, message);
  exception.$uncatchable = true;
  dying.now = true;
  throw exception;
}

/** Throws the uncatchable `System.LimitException`, e.g. `Too many SOQL queries: 101`. */
export function throwLimit(name: LimitName, used: number, maximum: number): never {
  const text = MESSAGES[name];
  const message =
    name === 'calloutTime'
      ? `Exceeded maximum time allotted for callout (${maximum} ms)`
      : `${text ?? `Limit of ${name} exceeded: `}${used}`;
  return throwUncatchable('System.LimitException', message);
}

/** The exception of a call on null. */
export function throwNull(): never {
  return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
}

/** Gives a value that must not be null; emitted around targets and operands. */
export function notNull<T>(value: T | null): T {
  return value === null ? throwNull() : value;
}

/** The exception of Apex that a JavaScript error stands for. Anything unknown becomes a `LocalOrgDefect` and is thrown. */
export function asApexException(error: unknown): ApexException {
  if (error instanceof ApexException) return error;
  if (error instanceof TypeError && NULL_ACCESS.test(error.message)) {
    return withStack(
      apexException('System.NullPointerException', 'Attempt to de-reference a null object'),
      error,
    );
  }
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    dying.now = true;
    const exception = apexException('System.LimitException', 'Maximum stack depth reached: 1001');
    exception.$uncatchable = true;
    return withStack(exception, error);
  }
  if (OWN_ERRORS.some((type) => error instanceof type)) throw error;
  throw new LocalOrgDefect(error);
}

/** What a `catch` of Apex sees of a JavaScript error; rethrows what Apex can't catch. See `abi.md`, "Null". */
export function caught(error: unknown): ApexException {
  const exception = asApexException(error);
  if (exception.$uncatchable) throw exception;
  return exception;
}

function withStack(exception: ApexException, error: Error): ApexException {
  exception.stack = error.stack ?? '';
  return exception;
}
