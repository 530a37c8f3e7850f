/** Whether two conditions can ever hold for the same record. */
import type { ConditionModel } from '../model.ts';

/** What a test demands of a field: values that it may have, or must not have. `empty` stands among the values. */
interface Demand {
  readonly values: ReadonlySet<unknown>;
  readonly isAllowed: boolean;
}

const empty = Symbol('empty');

function demandOf({ test, values }: ConditionModel): Demand {
  switch (test) {
    case 'equals':
    case 'oneOf':
      return { values: new Set(values), isAllowed: true };
    case 'absent':
      return { values: new Set([empty]), isAllowed: true };
    case 'notEquals':
      return { values: new Set(values), isAllowed: false };
    case 'present':
      return { values: new Set([empty]), isAllowed: false };
  }
}

/** Two lists of allowed values must share one; an allowed list must hold a value that the other does not forbid. */
function contradict(one: Demand, other: Demand): boolean {
  if (!one.isAllowed && !other.isAllowed) return false;
  if (!one.isAllowed) return contradict(other, one);
  return [...one.values].every((value) => other.values.has(value) !== other.isAllowed);
}

/** True only if it is certain that no record passes both lists of tests. */
export function areExclusive(one: readonly ConditionModel[], other: readonly ConditionModel[]): boolean {
  return one.some((test) =>
    other.some((against) => test.field === against.field && contradict(demandOf(test), demandOf(against))),
  );
}
