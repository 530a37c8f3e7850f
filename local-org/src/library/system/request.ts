import { currentTransaction } from '../../runtime/context.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { enumValue } from '../../values/enum.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

const REQUEST = Symbol('request');
let requests = 0;

class Request extends PlatformObject {
  readonly id = `LOCAL-${(++requests).toString().padStart(12, '0')}`;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Request');
  }
}

const QUIDDITIES: Readonly<Record<Exclude<Transaction['kind'], 'synchronous'>, string>> = {
  queueable: 'QUEUEABLE',
  future: 'FUTURE',
  batch: 'BATCH_APEX',
  scheduled: 'SCHEDULED',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  trigger: 'SYNCHRONOUS',
};

function quiddity(): string {
  const { kind, entry, test } = currentTransaction();
  if (kind !== 'synchronous') return QUIDDITIES[kind];
  return test ? 'RUNTEST_SYNC' : entry;
}

/** The id of the running request, one per transaction. */
export function requestId(): string {
  return currentTransaction().state(REQUEST, () => new Request()).id;
}

export const requestClass = libraryClass({
  name: 'System.Request',
  statics: { 'getCurrent()': () => currentTransaction().state(REQUEST, () => new Request()) },
  methods: {
    'getRequestId()': (request: Request) => request.id,
    'getQuiddity()': () => enumValue(currentTransaction().program.type('System.Quiddity'), quiddity()),
  },
});

/** What `Trigger.operationType` is one of. */
export const triggerOperationEnum = libraryClass({ name: 'System.TriggerOperation', isEnum: true });

export const quiddityEnum = libraryClass({ name: 'System.Quiddity', isEnum: true });
