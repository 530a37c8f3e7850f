import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';

/** What `execute` of a Queueable is given. */
export class QueueableContext extends PlatformObject {
  readonly jobId: string;

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.QueueableContext');
  }

  'getjobid/0'(): string {
    return this.jobId;
  }
}

export const queueableClass = libraryClass({ name: 'System.Queueable', virtual: true });
export const queueableContextClass = libraryClass({ name: 'System.QueueableContext', virtual: true });

/** Is a class of the project one that implements a marker interface of the platform, e.g. `Database.Stateful`? */
export function isMarked(target: Value, marker: string): boolean {
  return currentTransaction().program.type(marker).accepts(target);
}

/** Marks a job that may make callouts. */
export const allowsCalloutsClass = libraryClass({ name: 'Database.AllowsCallouts', virtual: true });
