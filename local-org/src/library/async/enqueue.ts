import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { Value } from '../library.ts';
import { copyOf } from '../../runtime/jobs/copy.ts';
import type { AsyncOptions } from './async-options.ts';
import { isMarked } from './queueable.ts';

const MAXIMUM_DELAY = 10;

/** `System.enqueueJob`: gives the id of the AsyncApexJob. `delay` in minutes, 0 to 10. */
export function enqueueJob(job: Value, delay: number | null, options: AsyncOptions | null): string {
  if (job === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (typeof job['execute/1'] !== 'function') {
    throwApex('System.TypeException', 'The job must implement the Queueable interface.');
  }
  const minutes = delay ?? options?.delay ?? 0;
  if (minutes < 0 || minutes > MAXIMUM_DELAY) {
    throwApex(
      'System.AsyncException',
      `The delay must be between 0 and ${MAXIMUM_DELAY} minutes: ${minutes}`,
    );
  }
  return currentTransaction().enqueue({
    kind: 'queueable',
    target: copyOf(job),
    delay: minutes,
    maximumDepth: options?.depth ?? null,
    signature: options?.signature?.text ?? null,
    allowsCallouts: isMarked(job, 'Database.AllowsCallouts'),
  });
}
