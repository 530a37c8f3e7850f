/**
 * Every piece of Apex is entered through this function, so that a stack shows where its transaction begins: whoever
 * looks for a caller stops here.
 */
export function transactionEntry<T>(body: () => T): T {
  return body();
}

const ENTRY = new RegExp(`^\\s*at (?:\\w+\\.)?${transactionEntry.name} `, 'm');

/** The part of a stack that belongs to the running transaction. */
export function ownPart(stack: string): string {
  const end = ENTRY.exec(stack);
  return end ? stack.slice(0, end.index) : stack;
}
