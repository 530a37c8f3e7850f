import { parentPort, workerData } from 'node:worker_threads';
import { ProjectError } from '../../project/project-error.ts';
import type { ChangeKind, FromThread, ThreadData, ToThread } from '../messages.ts';
import { JobClock } from './job-clock.ts';
import type { OrgHost } from './org-host.ts';
import { startHost } from './start-host.ts';

/*
 * The org's thread. Apex waits for its callouts by sleeping, so it has a thread of its own; messages come one after
 * another, and so do transactions.
 */

const port = parentPort;
if (!port) throw new Error('This is the entry of a worker thread.');
const send = (message: FromThread): void => port.postMessage(message);

function start(): OrgHost | null {
  try {
    return startHost(workerData as ThreadData, (text) => send({ kind: 'progress', text }));
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function serve(host: OrgHost): void {
  const clock = new JobClock(host, (error) =>
    send({
      kind: 'problem',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  host.log.onEntry = (data) => send({ kind: 'event', event: { type: 'log', data } });
  port?.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'request':
        send({ kind: 'reply', id: message.id, reply: host.handle(message.request) });
        clock.wake();
        return;
      case 'hasUser':
        send({ kind: 'hasUser', id: message.id, exists: host.hasUser(message.userId) });
        return;
      case 'reload':
        reload(host, message.kinds);
        clock.wake();
        return;
      case 'close':
        clock.stop();
        void host.close().then(() => port.close());
    }
  });
  const { organization, administrator } = host.org.kernel.storage;
  send({
    kind: 'ready',
    errors: errorsOf(host),
    organizationId: organization.id,
    administratorId: administrator.id,
  });
  clock.wake();
}

function reload(host: OrgHost, kinds: readonly ChangeKind[]): void {
  const start = performance.now();
  const reset = tryReload(host);
  if (!reset) return;
  const milliseconds = Math.round(performance.now() - start);
  for (const kind of kinds) {
    const data = { kind, diagnostics: host.diagnostics, reset, milliseconds };
    send({ kind: 'event', event: { type: 'reload', data } });
  }
}

/** Null when the project can't be read at all: the org stays as it was. */
function tryReload(host: OrgHost): readonly string[] | null {
  try {
    return host.reload();
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    send({ kind: 'problem', message: error.message });
    return null;
  }
}

function errorsOf({ diagnostics }: OrgHost): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

const host = start();
if (host) serve(host);
else port.close();
