import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { enumValue, type EnumValue } from '../../values/enum.ts';
import type { ApexException } from '../../values/exception.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { requestId } from '../system/request.ts';

/** What `execute` of a Finalizer is given. */
export class FinalizerContext extends PlatformObject {
  readonly #job: string;
  readonly #exception: ApexException | null;

  constructor(job: string, exception: ApexException | null) {
    super();
    this.#job = job;
    this.#exception = exception;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.FinalizerContext');
  }

  'getasyncapexjobid/0'(): string {
    return this.#job;
  }

  'getexception/0'(): ApexException | null {
    return this.#exception;
  }

  'getresult/0'(): EnumValue {
    const type = currentTransaction().program.type('System.ParentJobResult');
    return enumValue(type, this.#exception ? 'UNHANDLED_EXCEPTION' : 'SUCCESS');
  }

  'getrequestid/0'(): string {
    return requestId();
  }
}

/**
 * `System.attachFinalizer`: the object itself is kept, so that what the job notes on it is there even when nothing can
 * catch the job's end.
 */
export function attachFinalizer(finalizer: Value): void {
  if (finalizer === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { job } = currentTransaction();
  if (!job?.takesFinalizer) {
    throwApex('System.AsyncException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
  }
  if (job.finalizer !== null) {
    throwApex('System.AsyncException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  }
  job.finalizer = finalizer;
}

export const finalizerClass = libraryClass({ name: 'System.Finalizer', virtual: true });
export const finalizerContextClass = libraryClass({ name: 'System.FinalizerContext', virtual: true });
export const parentJobResultEnum = libraryClass({ name: 'System.ParentJobResult', isEnum: true });
