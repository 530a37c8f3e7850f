/** Finds the name that somebody probably meant. */

/** Edits (insert, delete, replace, swap neighbours) that lead from one text to the other. */
function distance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, i) =>
    Array.from({ length: to.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  return at(from.length, to.length);
}

/** The closest of `names`, if one is close enough to be a slip of the keyboard. */
export function closest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: { name: string; edits: number } | undefined;
  for (const candidate of names) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits <= Math.max(1, Math.floor(wanted.length / 3)) && (!best || edits < best.edits))
      best = { name: candidate, edits };
  }
  return best?.name;
}

/** "Did you mean …?" with the closest name, or the names to choose from, or `otherwise`. */
export function didYouMean(name: string, names: Iterable<string>, otherwise: string): string {
  const all = [...names];
  const near = closest(name, all);
  if (near !== undefined) return `Did you mean "${near}"? ${otherwise}`;
  if (all.length > 0 && all.length <= 8)
    return `There is ${all.map((one) => `"${one}"`).join(', ')}. ${otherwise}`;
  return otherwise;
}
