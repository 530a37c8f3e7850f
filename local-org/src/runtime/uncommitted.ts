/** What stands in the way of a callout: work that is not committed, and savepoints that are open. */
export class Uncommitted {
  #hasWork = false;
  /** Whether there was work before each, by its number. */
  readonly #savepoints = new Map<number, boolean>();

  get isPending(): boolean {
    return this.#hasWork || this.#savepoints.size > 0;
  }

  addWork(): void {
    this.#hasWork = true;
  }

  openSavepoint(number: number): void {
    this.#savepoints.set(number, this.#hasWork);
  }

  /** The savepoint stays open, those after it do not. */
  rollBackTo(number: number): void {
    this.#hasWork = this.#savepoints.get(number) ?? this.#hasWork;
    this.release(number + 1);
  }

  /** Closes the savepoint and those after it. */
  release(number: number): void {
    for (const other of [...this.#savepoints.keys()]) if (other >= number) this.#savepoints.delete(other);
  }

  clear(): void {
    this.#hasWork = false;
    this.#savepoints.clear();
  }
}
