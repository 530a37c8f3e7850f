import { currentTransaction } from '../../runtime/context.ts';
import { libraryClass } from '../library.ts';

/** `System.AsyncInfo`: of the queueable that runs. */
export const asyncInfoClass = libraryClass({
  name: 'System.AsyncInfo',
  statics: {
    'getCurrentQueueableStackDepth()': () => currentTransaction().job?.depth ?? 0,
    'getMaximumQueueableStackDepth()': () => currentTransaction().job?.maximumDepth ?? null,
    'getMinimumQueueableDelayInMinutes()': () => currentTransaction().job?.delay ?? 0,
    'hasMaxStackDepth()': () => (currentTransaction().job?.maximumDepth ?? null) !== null,
  },
});
