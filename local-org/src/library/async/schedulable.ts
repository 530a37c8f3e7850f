import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';

/** What `execute` of a Schedulable is given. */
export class SchedulableContext extends PlatformObject {
  readonly #trigger: string;

  constructor(trigger: string) {
    super();
    this.#trigger = trigger;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.SchedulableContext');
  }

  'gettriggerid/0'(): string {
    return this.#trigger;
  }
}

/** `System.schedule`: gives the id of the CronTrigger. */
export function schedule(name: string | null, expression: string | null, target: Value): string {
  if (name === null || expression === null || target === null) {
    throwApex('System.NullPointerException', 'Argument cannot be null.');
  }
  if (typeof target['execute/schedulable'] !== 'function') {
    throwApex('System.TypeException', 'The class must implement the Schedulable interface.');
  }
  return currentTransaction().schedule(name, expression, target);
}

export const schedulableClass = libraryClass({ name: 'System.Schedulable', virtual: true });
export const schedulableContextClass = libraryClass({ name: 'System.SchedulableContext', virtual: true });
