/** Between Apex and what throws there may be many frames of the local org's own; V8 keeps ten by itself. */
const MOST_FRAMES = 200;

/** Gives an error the stack of where it is made, without the frames above and including `maker`. */
export function captureStack(error: object, maker: Parameters<typeof Error.captureStackTrace>[1]): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = MOST_FRAMES;
  Error.captureStackTrace(error, maker);
  Error.stackTraceLimit = stackTraceLimit;
}
