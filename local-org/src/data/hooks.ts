import type { ObjectModel } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';

/** One round of records of one object, as a trigger sees it. */
export interface TriggerRound {
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly object: ObjectModel;
  /** `Trigger.new`; before the save a trigger may change these records. Empty for a delete. */
  readonly newRecords: readonly SObject[];
  /** `Trigger.old`, read-only. Empty for an insert and an undelete. */
  readonly oldRecords: readonly SObject[];
}

/** Code that runs around a save. Errors that it adds to a record (`addError`) stop that record. */
export interface DmlHooks {
  /** Is there anything that runs for the object? When not, no records are made for it. */
  watches(object: ObjectModel): boolean;
  before(round: TriggerRound): void;
  after(round: TriggerRound): void;
  /** Is there anything that hears of records that go, or come back, with others? No trigger does. */
  hearsCascades(object: ObjectModel): boolean;
  cascaded(round: TriggerRound): void;
  /** The trigger that runs before this very record is saved, so that nobody else may write it; null when none does. */
  inTheWay(id: string): string | null;
}

/** Nothing runs around a save. */
export const NO_HOOKS: DmlHooks = {
  watches: () => false,
  before: () => undefined,
  after: () => undefined,
  hearsCascades: () => false,
  cascaded: () => undefined,
  inTheWay: () => null,
};
