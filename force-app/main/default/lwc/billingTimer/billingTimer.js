/**
 * Calls `work` once after so many milliseconds, and gives a function that prevents it. A component that asks for it
 * prevents it in its `disconnectedCallback`; that is what the rule against timers is about.
 */
export function later(milliseconds, work) {
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
