const shortest = 2000;
const longest = 10000;

/** How long to wait before the nth look at a run, in milliseconds: soon at first, then ever more patiently. */
export const pauseBefore = (look) => Math.min(shortest * 1.5 ** look, longest);
