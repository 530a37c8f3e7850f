/** Measures how fast one kind of request is answered over real HTTP. */

/** What came of it. */
export interface Measurement {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly seconds: number;
  /** Requests in flight at a time. */
  readonly connections: number;
}

/** Sends one request and reads the answer. */
export type Send = (number: number) => Promise<void>;

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

async function run(
  send: Send,
  { seconds, connections }: Load,
  first: number,
): Promise<{ times: number[]; elapsed: number }> {
  const times: number[] = [];
  const start = performance.now();
  let number = first;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      const began = performance.now();
      await send(number++);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { times, elapsed: performance.now() - start };
}

/** @param elapsed milliseconds that all of it took */
export function summarize(times: readonly number[], elapsed: number): Measurement {
  const sorted = times.toSorted((one, other) => one - other);
  return { perSecond: (times.length / elapsed) * 1000, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}

/** Warms up for a fifth of the time, then measures. Each request has a number of its own. */
export async function measure(send: Send, load: Load): Promise<Measurement> {
  const warm = await run(send, { ...load, seconds: load.seconds / 5 }, 0);
  const { times, elapsed } = await run(send, load, warm.times.length + load.connections);
  return summarize(times, elapsed);
}
