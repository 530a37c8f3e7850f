import type { Diagnostic } from '../model/diagnostics.ts';
import { inOrder } from './order.ts';

/** One diagnostic as editors and CI get it. Properties are only ever added. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: 'error';
  /** Relative to the repository, with forward slashes. */
  readonly file: string;
  /** Lines and columns start at 1. */
  readonly line: number;
  readonly column: number;
  /** Characters to underline. */
  readonly length: number;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

const recordOf = ({ code, source, what, why, fix }: Diagnostic): DiagnosticRecord => ({
  code,
  severity: 'error',
  file: source.file,
  line: source.line,
  column: source.column,
  length: source.length,
  what,
  why,
  fix,
});

/** All diagnostics as one JSON array; an empty one when there are none. */
export function diagnosticsAsJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(inOrder(diagnostics).map(recordOf), undefined, 2)}\n`;
}
