/** What can be proved about conditions: that two never hold together, or that some records pass none. */
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

const accepts = (test: ConditionModel, value: unknown): boolean => {
  const { values, isAllowed } = demandOf(test);
  return values.has(value) === isAllowed;
};

const on = (field: string, tests: readonly ConditionModel[]): ConditionModel[] =>
  tests.filter((test) => test.field === field);

/** Values that a field certainly can have: those that conditions name, and of a checkbox both. */
function candidates(tests: readonly ConditionModel[]): unknown[] {
  const named = tests.flatMap(({ values }) => values);
  return named.some((value) => typeof value === 'boolean') ? [true, false] : named;
}

/** True only if it is certain that a record which passes `given` can fail every one of `covers`. */
export function leavesGap(
  given: readonly ConditionModel[],
  covers: readonly (readonly ConditionModel[])[],
): boolean {
  const fields = new Set(covers.flat().map(({ field }) => field));
  return [...fields].some((field) =>
    candidates(on(field, [...given, ...covers.flat()])).some(
      (value) =>
        on(field, given).every((test) => accepts(test, value)) &&
        covers.every((cover) => on(field, cover).some((test) => !accepts(test, value))),
    ),
  );
}
