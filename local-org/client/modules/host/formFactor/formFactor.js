/** The size class of the window when the page was loaded. */
export function formFactor() {
  if (window.innerWidth < 768) return 'Small';
  return window.matchMedia('(pointer: coarse)').matches ? 'Medium' : 'Large';
}
