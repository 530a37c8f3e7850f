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

const QUIDDITIES: Readonly<Record<Transaction['kind'], string>> = {
  synchronous: 'ANONYMOUS',
  queueable: 'QUEUEABLE',
  future: 'FUTURE',
  batch: 'BATCH_APEX',
  scheduled: 'SCHEDULED',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  trigger: 'SYNCHRONOUS',
};

/** The id of the running request, one per transaction. */
export function requestId(): string {
  return currentTransaction().state(REQUEST, () => new Request()).id;
}

export const requestClass = libraryClass({
  name: 'System.Request',
  statics: { 'getCurrent()': () => currentTransaction().state(REQUEST, () => new Request()) },
  methods: {
    'getRequestId()': (request: Request) => request.id,
    'getQuiddity()': () => {
      const { kind, program, test } = currentTransaction();
      const name = test && kind === 'synchronous' ? 'RUNTEST_SYNC' : QUIDDITIES[kind];
      return enumValue(program.type('System.Quiddity'), name);
    },
  },
});

/** What `Trigger.operationType` is one of. */
export const triggerOperationEnum = libraryClass({ name: 'System.TriggerOperation', isEnum: true });

export const quiddityEnum = libraryClass({ name: 'System.Quiddity', isEnum: true });
