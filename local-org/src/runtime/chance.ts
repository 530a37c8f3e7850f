import { currentTransaction } from './context.ts';

/** A value of chance; a transaction that runs anew after it had to wait for a row gets the one that it had. */
export function chance<T>(kind: string, make: () => T): T {
  const { recording } = currentTransaction();
  return recording ? recording.chance(kind, make) : make();
}
