import { existsSync } from 'node:fs';
import { startThread } from './thread.ts';

const CLI = new URL('../../../billing-server/src/cli.ts', import.meta.url);
/** How its start text says where it is. */
const LISTENS = /^\s*Pages\s+(?<url>http:\S+?)\/ui\/$/;

/** The key that a billing server takes while only this machine can reach it. */
export const LOCAL_KEY = 'local-demo-key-not-a-secret-0000';

export interface BillingOptions {
  readonly port: number;
  /** File that keeps its data; made when it is not there. */
  readonly file: string;
  /** What a new one is filled with. */
  readonly seed: string;
}

/** A running billing server. */
export interface Billing {
  /** `http://127.0.0.1:8585` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the billing server; rejects with its own message when it can't start. */
export async function startBilling({ port, file, seed }: BillingOptions): Promise<Billing> {
  const argv = ['--port', String(port), '--data', file, ...(existsSync(file) ? [] : ['--seed', seed])];
  const thread = startThread(CLI, argv);
  const { groups } = await thread.line(LISTENS).catch((error: Error) => {
    throw new Error(inOurWords(error.message), { cause: error });
  });
  return { url: groups?.url ?? '', stop: () => thread.stop() };
}

/** The server's own option of the port is called otherwise here. */
function inOurWords(message: string): string {
  return message.replaceAll('--port', '--billing-port').replace(/\n"--help" lists all options\.$/, '');
}
