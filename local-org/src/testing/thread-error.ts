/** A thread of tests could not go on; the message says what to do. */
export class ThreadError extends Error {}

/** @param className whose tests ran; null while the project was read. */
export function endedSilently(className: string | null): ThreadError {
  const what = className === null ? 'reading the project' : `running the tests of ${className}`;
  return new ThreadError(
    `The thread that was ${what} ended without an error. Run ${className ?? 'a few classes'} alone with --class to find the cause.`,
  );
}

/** What an error that ended a thread means; the error itself when that is unknown. */
export function explain(error: unknown, className: string | null): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  const [what, way] =
    className === null
      ? ['Reading and compiling the project', 'give more']
      : [`The tests of ${className}`, 'look for what they gather without end, or give more'];
  return new ThreadError(
    `${what} took all memory that Node gives a thread: ${way}, e.g. with NODE_OPTIONS=--max-old-space-size=8192 (megabytes).`,
    { cause: error },
  );
}
