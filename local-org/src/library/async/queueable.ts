import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

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

/** Marks a job that may make callouts. */
export const allowsCalloutsClass = libraryClass({ name: 'Database.AllowsCallouts', virtual: true });
