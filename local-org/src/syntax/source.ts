import type { ApexParserRuleContext, ApexToken } from '@apexdevtools/apex-parser';
import type { DiagnosticSink, Span } from '../diagnostics/diagnostic.ts';
import { utf16Offsets } from './offsets.ts';

/** One text being parsed: turns the grammar's positions into spans and reports what is wrong with the text. */
export class Source {
  readonly text: string;
  readonly file: string;
  readonly #sink: DiagnosticSink;
  /** How many characters the grammar's input has before the text. */
  readonly #shift: number;
  readonly #offsets: Int32Array | null;
  #lineStarts: number[] | null = null;

  constructor(text: string, file: string, sink: DiagnosticSink, shift = 0) {
    this.text = text;
    this.file = file;
    this.#sink = sink;
    this.#shift = shift;
    this.#offsets = utf16Offsets(text);
  }

  token(token: ApexToken): Span {
    return this.range(this.#offset(token.start), this.#offset(token.stop + 1));
  }

  /** From the first to the last token of a context; an empty context is the place before its first token. */
  span(context: ApexParserRuleContext): Span {
    const first = context.start;
    const last = context.stop;
    const start = this.#offset(first.start);
    if (!last || last.tokenIndex < first.tokenIndex) return this.range(start, start);
    return this.range(start, this.#offset(last.stop + 1));
  }

  /** Offsets in UTF-16 units, end exclusive. */
  range(start: number, end: number): Span {
    const lineStart = start === 0 ? 0 : this.text.lastIndexOf('\n', start - 1) + 1;
    return { line: this.#line(start), column: start - lineStart + 1, start, end: Math.max(start, end) };
  }

  /** The offset of a place that the grammar gives: the line from 1, the column in code points from 0. */
  offsetAt(line: number, column: number): number {
    const shifted = line === 1 ? Math.max(0, column - this.#shift) : column;
    const start = this.#starts()[line - 1] ?? this.text.length;
    if (this.#offsets === null) return Math.min(start + shifted, this.text.length);
    const points = Array.from(this.text.slice(start)).slice(0, shifted);
    return start + points.join('').length;
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  report(code: string, message: string, span: Span, suggestion?: string): void {
    const diagnostic = { code, file: this.file, span, message, severity: 'error' } as const;
    this.#sink.report(suggestion === undefined ? diagnostic : { ...diagnostic, suggestion });
  }

  #offset(index: number): number {
    const shifted = Math.max(0, index - this.#shift);
    if (this.#offsets === null) return Math.min(shifted, this.text.length);
    return this.#offsets[shifted] ?? this.text.length;
  }

  #starts(): number[] {
    return (this.#lineStarts ??= lineStarts(this.text));
  }

  #line(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The span from the start of one to the end of the other. */
export function between(first: Span, last: Span): Span {
  return { line: first.line, column: first.column, start: first.start, end: Math.max(first.end, last.end) };
}
