import { Postponed } from '../faults.ts';

/** Whoever holds locks: a transaction, or a test from outside. */
type Holder = object;

/**
 * Rows that are locked until their transaction ends: by FOR UPDATE, and by every write. Transactions run one after
 * another unless a test pauses one (`steering.ts`), so only then does anybody meet the lock of another.
 */
export class RowLocks {
  readonly #holders = new Map<string, Holder>();

  /**
   * Takes the row for the transaction; false when another one has it. Throws `Postponed` for a transaction that waits.
   */
  take(id: string, holder: Holder, waits: boolean): boolean {
    const other = this.#holders.get(id);
    if (other === undefined) this.#holders.set(id, holder);
    if (other === undefined || other === holder) return true;
    if (waits) throw new Postponed(id);
    return false;
  }

  release(holder: Holder): void {
    for (const [id, other] of this.#holders) if (other === holder) this.#holders.delete(id);
  }

  /** Locks rows from outside, as another session would. Throws when one is locked; gives what lets go of them. */
  hold(ids: Iterable<string>): () => void {
    const holder = {};
    for (const id of ids) {
      if (this.take(id, holder, false)) continue;
      this.release(holder);
      throw new Error(`The row ${id} is locked already.`);
    }
    return () => this.release(holder);
  }
}
