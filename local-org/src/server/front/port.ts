import { createServer } from 'node:net';

/** The port can't be had; the message says what to do. */
export class PortRefused extends Error {}

/** Where a port is wanted, and the option of the command line that names another one. */
export interface WantedPort {
  /** 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  readonly option: string;
}

/** Throws `PortRefused` while nothing has been built or written yet: work of a minute would be lost. */
export async function checkPort({ port, host, option }: WantedPort): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => void server.once('error', fail).listen(port, host, done));
  } catch (error) {
    throw portRefused(error, { port, host, option });
  }
  await new Promise((done) => void server.close(done));
}

/** What listening at a port failed with, in words where that is known. */
export function portRefused(error: unknown, { port, host, option }: WantedPort): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken. Stop what uses it, or choose another one with ${option}.`,
    EACCES: `Port ${port} may not be used by this user. Choose one above 1023 with ${option}.`,
    EADDRNOTAVAIL: `${host} is no address of this machine.`,
    ENOTFOUND: `${host} is no address of this machine.`,
  };
  const message = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return message === undefined ? error : new PortRefused(message, { cause: error });
}
