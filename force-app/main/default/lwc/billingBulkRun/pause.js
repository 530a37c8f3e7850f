const shortest = 3000;
const longest = 15000;
/** A job of the background looks in every few minutes. */
const patient = 30000;
const standing = new Set(['paused', 'waiting']);

/** How long to wait before the nth look at a run, in milliseconds: ever longer, and long where nothing moves. */
export function pauseBefore(look, state) {
  return standing.has(state) ? patient : Math.min(shortest * 1.2 ** look, longest);
}
