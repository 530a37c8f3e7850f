import type { Transaction } from './transaction.ts';

/*
 * Apex is synchronous, so there is exactly one transaction on whose behalf JavaScript runs at any moment. Keeping it
 * here spares every library function a parameter.
 */
let running: Transaction | null = null;

/** The transaction that runs now. Throws when none does: library code was called from outside. */
export function currentTransaction(): Transaction {
  if (!running) throw new Error('No Apex transaction is running.');
  return running;
}

/** Runs `body` inside `transaction`; the one that ran before goes on afterwards. */
export function inTransaction<T>(transaction: Transaction, body: () => T): T {
  const before = running;
  running = transaction;
  try {
    return body();
  } finally {
    running = before;
  }
}
