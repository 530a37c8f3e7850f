import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { CalloutFailure, type CalloutHandler, type ResolvedCallout } from '../runtime/callout.ts';
import type { CalloutResponse } from '../runtime/transaction.ts';

/** What the worker sends back. */
interface Reply {
  readonly failure?: string;
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: [string, string][];
  readonly body?: Uint8Array;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Refuses every address but this machine's own. */
function assertLoopback(url: string): void {
  const { hostname } = new URL(url);
  if (!LOOPBACK.test(hostname)) {
    throw new CalloutFailure(
      `Unauthorized endpoint: the local org calls out to this machine only, not to ${hostname}. ` +
        'Give createOrg a callout handler, or name a server on localhost.',
    );
  }
}

/**
 * Apex waits for a callout, JavaScript can't: a worker makes the request while this thread sleeps. One worker serves
 * all callouts; `close` ends it.
 */
export function loopbackCallouts(): { handler: CalloutHandler; close(): Promise<void> } {
  let worker: Worker | null = null;
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  const handler = (request: ResolvedCallout): CalloutResponse => {
    assertLoopback(request.url);
    worker ??= startWorker(signal);
    const { port1, port2 } = new MessageChannel();
    Atomics.store(signal, 0, 0);
    const { url, method, body, timeout } = request;
    worker.postMessage({ url, method, headers: [...request.headers], body, timeout, port: port2 }, [port2]);
    Atomics.wait(signal, 0, 0);
    const reply = receiveMessageOnPort(port1)?.message as Reply | undefined;
    port1.close();
    if (!reply) throw new CalloutFailure('The callout worker gave no answer.');
    if (reply.failure !== undefined) throw new CalloutFailure(reply.failure);
    return {
      status: reply.status ?? 0,
      statusText: reply.statusText ?? '',
      headers: new Map(reply.headers),
      body: reply.body ?? new Uint8Array(),
    };
  };
  return { handler, close: async () => void (await worker?.terminate()) };
}

function startWorker(signal: Int32Array): Worker {
  const worker = new Worker(new URL('./loopback-worker.ts', import.meta.url), { workerData: { signal } });
  worker.unref();
  return worker;
}
