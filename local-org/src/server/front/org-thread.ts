import { Worker } from 'node:worker_threads';
import type { ApiReply, ApiRequest } from '../back/reply.ts';
import type { ChangeKind, FromThread, OrgStart, ServerEvent, ThreadData, ToThread } from '../messages.ts';

/** The org in its thread, seen from the web server. */
export class OrgThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (value: never) => void>();
  #failure: Error | null = null;
  readonly #rejects = new Map<number, (error: Error) => void>();
  #count = 0;
  onEvent: (event: ServerEvent) => void = () => undefined;
  onProblem: (message: string) => void = () => undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromThread) => this.#take(message));
    worker.on('error', (error) => this.#fail(error));
  }

  /** Resolves when the org is there. Rejects with a message for people when it can't start. */
  static start(
    data: ThreadData,
    progress: (text: string) => void,
  ): Promise<{ thread: OrgThread; start: OrgStart }> {
    const worker = new Worker(new URL('../back/thread.ts', import.meta.url), { workerData: data });
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      const listen = (message: FromThread): void => {
        if (message.kind === 'progress') progress(message.text);
        if (message.kind === 'failed') reject(new Error(message.message));
        if (message.kind !== 'ready') return;
        worker.off('message', listen).off('error', reject);
        resolve({ thread: new OrgThread(worker), start: message });
      };
      worker.on('message', listen);
    });
  }

  request(request: ApiRequest): Promise<ApiReply> {
    return this.#ask((id) => ({ kind: 'request', id, request }));
  }

  hasUser(userId: string): Promise<boolean> {
    return this.#ask((id) => ({ kind: 'hasUser', id, userId }));
  }

  /** Reads the project anew; an event tells when it is done. */
  reload(kinds: readonly ChangeKind[]): void {
    this.#send({ kind: 'reload', kinds });
  }

  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => void this.#worker.once('exit', () => resolve()));
    this.#send({ kind: 'close' });
    await ended;
  }

  #ask<T>(message: (id: number) => ToThread): Promise<T> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = ++this.#count;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, resolve as (value: never) => void);
      this.#rejects.set(id, reject);
      this.#send(message(id));
    });
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromThread): void {
    if (message.kind === 'reply') this.#answer(message.id, message.reply);
    else if (message.kind === 'hasUser') this.#answer(message.id, message.exists);
    else if (message.kind === 'event') this.onEvent(message.event);
    else if (message.kind === 'problem') this.onProblem(message.message);
  }

  #answer(id: number, value: unknown): void {
    this.#waiting.get(id)?.(value as never);
    this.#waiting.delete(id);
    this.#rejects.delete(id);
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const reject of this.#rejects.values()) reject(error);
    this.#waiting.clear();
    this.#rejects.clear();
  }
}
