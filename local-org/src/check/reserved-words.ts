/** Words that are no identifiers in a JavaScript module, and globals that emitted code uses by name. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield async of ' +
    'Array BigInt Boolean Date Error Infinity Map Math NaN Number Object Promise RangeError Set String Symbol ' +
    'TypeError WeakMap globalThis'
  ).split(' '),
);

export function isReservedInJavaScript(name: string): boolean {
  return RESERVED.has(name);
}
