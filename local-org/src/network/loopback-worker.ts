import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

interface Job {
  readonly url: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly body: Uint8Array;
  readonly timeout: number;
  readonly port: MessagePort;
}

const { signal } = workerData as { signal: Int32Array };
const BODYLESS = new Set(['GET', 'HEAD']);

parentPort?.on('message', (job: Job) => {
  void answer(job).then((reply) => {
    job.port.postMessage(reply);
    job.port.close();
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});

async function answer(job: Job): Promise<object> {
  try {
    const response = await fetch(job.url, {
      method: job.method,
      headers: job.headers,
      body: BODYLESS.has(job.method) || job.body.length === 0 ? null : new Uint8Array(job.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(job.timeout),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, statusText: response.statusText, headers: [...response.headers], body };
  } catch (error) {
    return { failure: failureText(error) };
  }
}

/** In the platform's words. */
function failureText(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'Read timed out';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
