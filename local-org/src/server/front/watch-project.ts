import { sep } from 'node:path';
import type { ClientBuild } from '../../client-build/index.ts';
import { watchSources } from '../../project/watch-sources.ts';
import type { ChangeKind, ThreadData } from '../messages.ts';
import type { EventStream } from './event-stream.ts';
import type { OrgThread } from './org-thread.ts';

export interface Watched {
  readonly thread: OrgThread;
  readonly client: ClientBuild | null;
  readonly events: EventStream;
  /** Told in words of what went wrong. */
  readonly problem: (text: string) => void;
}

/** Takes changes of the project's files over while the server runs. */
export function watchProject(org: ThreadData['org'], watched: Watched): Promise<{ close(): Promise<void> }> {
  const options = org.packageDirectories ? { packageDirectories: org.packageDirectories } : {};
  const onChange = (files: readonly string[]): void => {
    const kinds = new Set(files.map(kindOf).filter((kind) => kind !== null));
    if (!kinds.size) return;
    take([...kinds], watched).catch((error: unknown) =>
      watched.problem(
        `A change was not taken over: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
  };
  return watchSources(org.project, options, { onChange, onProblem: watched.problem });
}

/** Null for what no part of the org is made of: tests of components. */
export function kindOf(file: string): ChangeKind | null {
  if (file.includes('__tests__')) return null;
  const folders = file.split(sep);
  if (folders.includes('lwc')) return 'lwc';
  return /\.(cls|trigger)(-meta\.xml)?$/.test(file) ? 'apex' : 'metadata';
}

async function take(kinds: readonly ChangeKind[], { thread, client, events }: Watched): Promise<void> {
  const start = performance.now();
  const others = kinds.filter((kind) => kind !== 'lwc');
  // Components may import what Apex, labels and fields have just got.
  await client?.refresh();
  if (others.length) thread.reload(others);
  if (!kinds.includes('lwc') || !client) return;
  const milliseconds = Math.round(performance.now() - start);
  events.send({
    type: 'reload',
    data: { kind: 'lwc', diagnostics: client.diagnostics, reset: [], milliseconds },
  });
}
