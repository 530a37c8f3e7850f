/** Whether two paths can lead to the same property of the same billing object. */
import type { PathModel, PathStep } from '../model.ts';

/** Certain to part the two paths, whatever the object holds. */
function parts(one: PathStep, other: PathStep): boolean {
  if (one.kind === 'property' || other.kind === 'property')
    return (
      one.kind !== other.kind ||
      (other.kind === 'property' && one.kind === 'property' && one.name !== other.name)
    );
  if (one.kind === 'only' && other.kind === 'only') return one.value !== other.value;
  if (one.kind === 'one' && other.kind === 'one')
    return Object.entries(one.match).some(([key, value]) => (other.match[key] ?? value) !== value);
  return false;
}

/** Narrowing a union changes nothing about where a path leads, so a path without it may still be the same. */
function aligned(
  one: readonly PathStep[],
  other: readonly PathStep[],
): [PathStep, PathStep | undefined][] | undefined {
  const pairs: [PathStep, PathStep | undefined][] = [];
  let right = 0;
  for (const step of one) {
    const against = other[right];
    if (step.kind === 'only' && against?.kind !== 'only') continue;
    if (against?.kind === 'only' && step.kind !== 'only') right += 1;
    pairs.push([step, other[right]]);
    right += 1;
  }
  return right >= other.length ? pairs : undefined;
}

/** True unless it is certain that the two lead to different properties. */
export function mayOverlap(one: PathModel, other: PathModel): boolean {
  const pairs = aligned(one.steps, other.steps);
  return (
    pairs !== undefined && pairs.every(([step, against]) => against !== undefined && !parts(step, against))
  );
}
