/** How many letters must be put in, taken out, exchanged or swapped with the next to turn one name into the other. */
export function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, beforeLast[column - 2]! + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
}

/** The names most like `name` without regard to case, best first; none that differs in more than a third of it. */
export function nearest(name: string, among: Iterable<string>, limit = 3): string[] {
  const wanted = name.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const found = new Map<string, number>();
  for (const candidate of among) {
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const score = distance(wanted, candidate.toLowerCase());
    if (score <= allowed) found.set(candidate, score);
  }
  const sorted = [...found].sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1));
  return sorted.slice(0, limit).map(([candidate]) => candidate);
}

/** `Did you mean "Account"?`, or undefined when nothing is near: to be spread into a diagnostic's `suggestion`. */
export function didYouMean(name: string, among: Iterable<string>): { suggestion?: string } {
  const names = nearest(name, among);
  if (names.length === 0) return {};
  return { suggestion: `Did you mean ${names.map((each) => `"${each}"`).join(' or ')}?` };
}
