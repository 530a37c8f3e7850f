import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';

const DEFAULT_SCOPE = 200;

/** What the methods of a batch are given. */
export class BatchableContext extends PlatformObject {
  readonly #job: string;

  constructor(job: string) {
    super();
    this.#job = job;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Database.BatchableContext');
  }

  'getjobid/0'(): string {
    return this.#job;
  }

  'getchildjobid/0'(): string {
    return this.#job;
  }
}

/** `Database.executeBatch`: gives the id of the AsyncApexJob. */
export function executeBatch(target: Value, scope: number | null = null): string {
  checkBatch(target, scope);
  return currentTransaction().executeBatch(target, scope ?? DEFAULT_SCOPE);
}

/** `System.scheduleBatch`: gives the id of the CronTrigger. */
export function scheduleBatch(
  target: Value,
  name: string | null,
  minutes: number | null,
  scope: number | null = null,
): string {
  checkBatch(target, scope);
  if (name === null || minutes === null) {
    throwApex('System.NullPointerException', 'Argument cannot be null.');
  }
  return currentTransaction().scheduleBatch(target, name, minutes, scope ?? DEFAULT_SCOPE);
}

function checkBatch(target: Value, scope: number | null): void {
  if (target === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (typeof target['start/1'] !== 'function') {
    throwApex('System.TypeException', 'The class must implement the Database.Batchable interface.');
  }
  if (scope !== null && scope < 1) {
    throwApex('System.InvalidParameterValueException', `The scope must be 1 or more: ${scope}`);
  }
}

export const batchableClasses = [
  libraryClass({ name: 'Database.Batchable', virtual: true }),
  libraryClass({ name: 'Database.BatchableContext', virtual: true }),
  libraryClass({ name: 'Database.Stateful', virtual: true }),
  libraryClass({ name: 'Database.RaisesPlatformEvents', virtual: true }),
];
