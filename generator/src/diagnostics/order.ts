import type { Diagnostic } from '../model/diagnostics.ts';

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order in which people work through them: by file, then by place; each only once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const once = new Map(diagnostics.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].sort(
    (a, b) =>
      compare(a.source.file, b.source.file) ||
      compare(a.source.line, b.source.line) ||
      compare(a.source.column, b.source.column) ||
      compare(a.code, b.code) ||
      compare(a.what, b.what),
  );
}
