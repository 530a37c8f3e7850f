import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { EmittedFile, Position } from '../emit/emit.ts';

/** One line of an Apex stack trace. */
export interface Frame {
  /** `Class.Outer.Inner.run` without `Class.`; `AnonymousBlock` for anonymous Apex. */
  readonly method: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What emitted code is called in stack traces of JavaScript: `apex:` and the file's path. */
export const SCHEME = 'apex:';
const FRAME = /apex:(?<file>.+?):(?<line>\d+):(?<column>\d+)/;

/** Translates stacks of JavaScript into stacks of Apex. Source maps are read when they are first needed. */
export class StackTranslator {
  readonly #files = new Map<string, { emitted: EmittedFile; map: TraceMap | null }>();

  add(emitted: EmittedFile): void {
    this.#files.set(emitted.file, { emitted, map: null });
  }

  /** The Apex frames, innermost first. */
  frames(stack: string): Frame[] {
    return [...this.walk(stack)];
  }

  /** The same one by one: a frame is translated when it is asked for. */
  *walk(stack: string): Generator<Frame, void> {
    for (const line of stack.split('\n')) {
      const parts = FRAME.exec(line)?.groups;
      const frame = parts && this.#frame(parts.file ?? '', Number(parts.line), Number(parts.column));
      if (frame) yield frame;
    }
  }

  /** As `Exception.getStackTraceString()` prints it. */
  print(frames: readonly Frame[]): string {
    return frames
      .map(({ method, line, column }) => `${prefixed(method)}: line ${line}, column ${column}`)
      .join('\n');
  }

  #frame(file: string, line: number, column: number): Frame | null {
    const entry = this.#files.get(file);
    if (!entry) return null;
    entry.map ??= new TraceMap(entry.emitted.map);
    const place = originalPositionFor(entry.map, { line, column: column - 1 });
    if (place.line === null) return null;
    const at = { line: place.line, column: place.column + 1 };
    const method = entry.emitted.methods.findLast(
      ({ first, last }) => isBefore(first, at) && isBefore(at, last),
    );
    const name = method?.name ?? entry.emitted.initialiser;
    return { method: name, file, line: place.line, column: 1 };
  }
}

/** The one comes before the other, or they are the same. */
function isBefore(one: Position, other: Position): boolean {
  return one.line === other.line ? one.column <= other.column : one.line < other.line;
}

function prefixed(method: string): string {
  if (method.startsWith('AnonymousBlock')) return 'AnonymousBlock';
  // The class that stands for a trigger has a `$` before its name; so has the method that is its body.
  if (method.startsWith('$')) return `Trigger.${method.slice(1).replace('.$run', '')}`;
  return `Class.${method}`;
}
