import { buildClient, type ClientBuild } from '../client-build/index.ts';
import { AccessTokens } from './front/access-tokens.ts';
import { EventStream } from './front/event-stream.ts';
import { OrgThread } from './front/org-thread.ts';
import { Sessions } from './front/sessions.ts';
import { webApp } from './front/web-app.ts';
import type { ThreadData } from './messages.ts';
import { watchProject } from './front/watch-project.ts';
import { checkPort, portRefused } from './front/port.ts';

export { checkPort, PortRefused } from './front/port.ts';

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
  /** False: no pages, only what they call. */
  readonly pages?: boolean;
  /** True: changes in the project's files are taken over while it runs. */
  readonly watch?: boolean;
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
  /** Logs Salesforce's own clients in as a user, by id; by default the administrator. */
  accessToken(userId?: string): string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Starts the org in a thread of its own and a web server before it. Rejects with a message for people when the port is
 * taken, before anything else is done; when there is no project, or the first records can't be made.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { org, apex = [], data = [], app = null, progress = () => undefined } = options;
  const address = { port: options.port ?? 0, host: options.host ?? HOST };
  await checkPort({ ...address, option: '--port' });
  const [{ thread, start }, client] = await bothOrNone(
    OrgThread.start({ org, apex, data, app }, progress),
    options.pages === false ? null : clientOf(options, progress),
  );
  const events = new EventStream();
  thread.onEvent = (event) => events.send(event);
  const problem = options.problem ?? ((message: string) => process.stderr.write(`${message}\n`));
  thread.onProblem = problem;
  const tokens = new AccessTokens(start.organizationId);
  const web = webApp({ thread, sessions: new Sessions(), tokens, events, client, host: address.host });
  let watcher: Awaited<ReturnType<typeof watchProject>> | null = null;
  const close = async (): Promise<void> => {
    await watcher?.close();
    events.close();
    await web.close();
    await thread.close();
  };
  try {
    const url = await web.listen(address);
    if (options.watch === true) watcher = await watchProject(org, { thread, client, events, problem });
    return {
      url,
      errors: start.errors + (client?.diagnostics.length ?? 0),
      accessToken: (userId = start.administratorId) => tokens.issue(userId),
      close,
    };
  } catch (error) {
    await close();
    throw portRefused(error, { ...address, option: '--port' });
  }
}

async function clientOf({ org }: ServerOptions, progress: (text: string) => void): Promise<ClientBuild> {
  const { project, packageDirectories } = org;
  const client = await buildClient({
    projectRoot: project,
    ...(packageDirectories ? { packageDirectories } : {}),
  });
  progress('Pages are built');
  return client;
}

/** A thread must not be left behind when the pages can't be built. */
async function bothOrNone(
  starting: ReturnType<typeof OrgThread.start>,
  building: Promise<ClientBuild> | null,
): Promise<[Awaited<ReturnType<typeof OrgThread.start>>, ClientBuild | null]> {
  const [org, client] = await Promise.allSettled([starting, building]);
  if (org.status === 'rejected') throw org.reason;
  if (client.status === 'fulfilled') return [org.value, client.value];
  await org.value.thread.close();
  throw client.reason;
}
