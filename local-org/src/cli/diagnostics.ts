import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** One diagnostic as editors and people read it: `file:line:column: error: message  suggestion`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, span, severity, code, message, suggestion } = diagnostic;
  const way = suggestion ? ` ${suggestion}` : '';
  return `${file}:${span.line}:${span.column}: ${severity}: ${message}${way} [${code}]`;
}

/** All of them on standard error; gives how many are errors. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): number {
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
  return diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
}
