/** Where a command line speaks to. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Diagnostics and progress. */
  err(text: string): void;
  /** A person watches `out` and may see colours there. */
  readonly outColour: boolean;
  readonly errColour: boolean;
  /** Progress may be drawn on `err`. */
  readonly live: boolean;
}

/** What of a stream and an environment decides on colours. */
interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
type Environment = Readonly<Record<string, string | undefined>>;

function mayColour(stream: Stream, { NO_COLOR, TERM }: Environment): boolean {
  return stream.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
}

/** A terminal over two streams. Colour only where a person sees it and did not refuse it. */
export function terminalOf(out: Stream, err: Stream, environment: Environment): Terminal {
  return {
    out: (text) => void out.write(text),
    err: (text) => void err.write(text),
    outColour: mayColour(out, environment),
    errColour: mayColour(err, environment),
    live: err.isTTY === true && environment['CI'] === undefined,
  };
}
