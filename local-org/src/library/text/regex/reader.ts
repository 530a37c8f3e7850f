import { throwApex } from '../../../runtime/faults.ts';

/** Reads a Java pattern code point by code point. */
export class PatternReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The code point here without reading it; empty at the end. */
  get next(): string {
    const code = this.text.codePointAt(this.at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  read(): string {
    const char = this.next;
    if (char === '') this.fail('Unexpected end of pattern');
    this.at += char.length;
    return char;
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Reads `text` when it stands here. */
  skip(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Reads what `pattern` (sticky) matches here; null when it does not. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  /** Reads up to `end` and over it. */
  until(end: string, problem: string): string {
    const stop = this.text.indexOf(end, this.at);
    if (stop < 0) this.fail(problem);
    const text = this.text.slice(this.at, stop);
    this.at = stop + end.length;
    return text;
  }

  /** Throws `System.StringException: Invalid regex: ...`. */
  fail(problem: string): never {
    return throwApex(
      'System.StringException',
      `Invalid regex: ${problem} near index ${this.at}\n${this.text}`,
    );
  }
}

/** A character as JavaScript's `v` flag reads it, inside and outside of classes. */
export function literal(char: string): string {
  if (/[A-Za-z0-9_ ]/.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16)}}`;
}
