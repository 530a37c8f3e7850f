import { formatDiagnostic } from '../../cli/diagnostics.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Diagnostics as the browser shows them. */
export function shownDiagnostics(diagnostics: readonly Diagnostic[]): object[] {
  return diagnostics.map((diagnostic) => ({
    file: diagnostic.file,
    line: diagnostic.span.line,
    column: diagnostic.span.column,
    severity: diagnostic.severity,
    message: [diagnostic.message, diagnostic.suggestion].filter(Boolean).join(' '),
    text: formatDiagnostic(diagnostic),
  }));
}
