/** What the billing API forces, whoever calls it. */

/** Values that one filtered list may name, and objects that a page of it holds. */
const LISTED = 50;
/** Callouts of one transaction on the platform. */
const PER_TRANSACTION = 100;

/** The fewest callouts and transactions that something can take. */
export interface Floor {
  readonly callouts: number;
  readonly transactions: number;
}

const pages = (count: number): number => Math.ceil(count / LISTED);

function floor(callouts: number): Floor {
  return { callouts, transactions: Math.ceil(callouts / PER_TRANSACTION) };
}

/**
 * Nothing can be made in bulk: a call for each. Before it, lists by the record's key and by what it may be known by
 * already, its e-mail.
 */
export const creating = (count: number): Floor => floor(2 * pages(count) + count);

/** A list names fifty. */
export const comparing = (count: number): Floor => floor(pages(count));

/** Nothing can be changed in bulk either. */
export const changing = (count: number, changed: number): Floor => floor(pages(count) + changed);
