import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ThreadData, ToThread } from '../messages.ts';
import { JobClock } from './job-clock.ts';
import type { OrgHost } from './org-host.ts';
import { shownDiagnostics } from './shown-diagnostics.ts';
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
        return;
      case 'close':
        clock.stop();
        void host.org.close().then(() => port.close());
    }
  });
  const errors = shownDiagnostics(host.diagnostics).length;
  send({ kind: 'ready', errors });
  clock.wake();
}

const host = start();
if (host) serve(host);
else port.close();
