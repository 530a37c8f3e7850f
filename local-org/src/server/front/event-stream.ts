import type { ServerResponse } from 'node:http';
import type { ServerEvent } from '../messages.ts';

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  connection: 'keep-alive',
};
const HEARTBEAT = 15_000;

/** The browsers that listen to `GET /local/events`. */
export class EventStream {
  readonly #listeners = new Set<ServerResponse>();
  readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT).unref();

  listen(response: ServerResponse): void {
    response.writeHead(200, HEADERS);
    response.write(': welcome\n\n');
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
  }

  send({ type, data }: ServerEvent): void {
    this.#write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const listener of this.#listeners) listener.end();
  }

  #write(text: string): void {
    for (const listener of this.#listeners) listener.write(text);
  }
}
