import { EventStream } from './front/event-stream.ts';
import { OrgThread } from './front/org-thread.ts';
import { Sessions } from './front/sessions.ts';
import { webApp } from './front/web-app.ts';
import type { ThreadData } from './messages.ts';

export interface ServerOptions {
  /** How the org is made; see `OrgOptions`. */
  readonly org: ThreadData['org'];
  /** 0 takes any free port. */
  readonly port?: number;
  /** By default this machine only. */
  readonly host?: string;
  /** Files of anonymous Apex that make the first records of a new database. */
  readonly apex?: readonly string[];
  /** Plans of `sf data export tree` with the first records of a new database. */
  readonly data?: readonly string[];
  /** The app that is shown first. */
  readonly app?: string;
  /** Told what is being done until the server is ready. */
  readonly progress?: (text: string) => void;
  /** Told of what goes wrong in a job; by default it goes to standard error. */
  readonly problem?: (text: string) => void;
}

/** A running server. */
export interface RunningServer {
  /** `http://127.0.0.1:4020` */
  readonly url: string;
  /** Errors in the project's files; everything else works. */
  readonly errors: number;
  close(): Promise<void>;
}

/** The port is taken; the message says what to do. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken. Stop what uses it, or choose another one with --port.`);
  }
}

const HOST = '127.0.0.1';

/**
 * Starts the org in a thread of its own and a web server before it. Rejects with a message for people when the port is
 * taken, there is no project, or the first records can't be made.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { org, apex = [], data = [], app = null } = options;
  const events = new EventStream();
  const { thread, errors } = await OrgThread.start(
    { org, apex, data, app },
    options.progress ?? (() => undefined),
  );
  thread.onEvent = (event) => events.send(event);
  thread.onProblem = options.problem ?? ((message) => process.stderr.write(`${message}\n`));
  const web = webApp({ thread, sessions: new Sessions(), events, assets: null });
  const close = async (): Promise<void> => {
    events.close();
    await web.close();
    await thread.close();
  };
  try {
    const url = await web.listen({ port: options.port ?? 0, host: options.host ?? HOST });
    return { url, errors, close };
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortTaken(options.port ?? 0);
    throw error;
  }
}
