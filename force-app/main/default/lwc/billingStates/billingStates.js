import cancelled from '@salesforce/label/c.BillingStateCancelled';
import done from '@salesforce/label/c.BillingStateDone';
import failed from '@salesforce/label/c.BillingStateFailed';
import parked from '@salesforce/label/c.BillingStateParked';
import proposed from '@salesforce/label/c.BillingStateProposed';
import queued from '@salesforce/label/c.BillingStateQueued';
import running from '@salesforce/label/c.BillingStateRunning';
import waiting from '@salesforce/label/c.BillingStateWaiting';

const states = {
  proposed: { label: proposed, icon: 'utility:preview', variant: '' },
  queued: { label: queued, icon: 'utility:clock', variant: '' },
  running: { label: running, icon: 'utility:sync', variant: '' },
  waiting: { label: waiting, icon: 'utility:clock', variant: '' },
  done: { label: done, icon: 'utility:success', variant: 'success' },
  failed: { label: failed, icon: 'utility:error', variant: 'error' },
  parked: { label: parked, icon: 'utility:pause', variant: 'warning' },
  cancelled: { label: cancelled, icon: 'utility:ban', variant: '' },
};

/** Label and icon of an operation's state. */
export function stateOf({ state }) {
  const known = states[state];
  if (!known) throw new Error(`Unknown state of an operation: ${state}`);
  return known;
}

/** Whether the operation goes on by itself, so that it pays to look again soon. */
export const goesOn = ({ state }) => state === 'queued' || state === 'running';
