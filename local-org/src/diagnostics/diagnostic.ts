/** A place in a source file. Lines and columns count from 1; offsets are UTF-16 units from 0. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * One thing that is wrong with the sources. `code` is stable and documented in `diagnostics/codes.ts`:
 * `syntax/...`, `name/...`, `type/...`, `class/...`, `flow/...`, `soql/...`, `metadata/...`, and
 * `unsupported/...` for what the platform has and the local org does not.
 */
export interface Diagnostic {
  readonly code: string;
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  readonly span: Span;
  /** One sentence: the thing, what is wrong with it. */
  readonly message: string;
  /** The way out, where one is known: "Did you mean ...?", "Declare ...". */
  readonly suggestion?: string;
  readonly severity: 'error' | 'warning';
}

/** Collects diagnostics; every phase reports all it finds and goes on. */
export interface DiagnosticSink {
  report(diagnostic: Diagnostic): void;
}

/** A sink that keeps what it is given, in order. */
export class Diagnostics implements DiagnosticSink {
  readonly all: Diagnostic[] = [];

  report(diagnostic: Diagnostic): void {
    this.all.push(diagnostic);
  }

  get errors(): readonly Diagnostic[] {
    return this.all.filter((diagnostic) => diagnostic.severity === 'error');
  }
}
