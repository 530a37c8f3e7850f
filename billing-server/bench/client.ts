/** A client that costs little, so that the server is what is measured. */
import { Agent, request } from 'node:http';

export interface Sent {
  readonly status: number;
  readonly text: string;
}

export interface Client {
  send(method: string, path: string, body?: unknown): Promise<Sent>;
  close(): void;
}

export function connect(url: string, key: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: (method, path, body) =>
      new Promise((resolve, reject) => {
        const headers = {
          'x-api-key': key,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        };
        const call = request(url + path, { method, agent, headers }, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          );
        });
        call.on('error', reject);
        call.end(body === undefined ? undefined : JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
}
