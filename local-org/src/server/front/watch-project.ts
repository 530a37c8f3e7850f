import { watch, type FSWatcher } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { ClientBuild } from '../../client-build/index.ts';
import { readProject } from '../../project/project.ts';
import type { ChangeKind, ThreadData } from '../messages.ts';
import type { EventStream } from './event-stream.ts';
import type { OrgThread } from './org-thread.ts';

export interface Watched {
  readonly thread: OrgThread;
  readonly client: ClientBuild | null;
  readonly events: EventStream;
}

/** A burst of changes counts as one when its parts come faster than this, in milliseconds. */
const QUIET = 80;

/** Takes changes of the project's files over while the server runs. */
export function watchProject(org: ThreadData['org'], watched: Watched): { close(): void } {
  const { packageDirectories } = readProject(
    org.project,
    org.packageDirectories ? { packageDirectories: org.packageDirectories } : {},
  );
  const kinds = new Set<ChangeKind>();
  let timer: NodeJS.Timeout | undefined;
  const changed = (file: string): void => {
    const kind = kindOf(file);
    if (!kind) return;
    kinds.add(kind);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const found = [...kinds];
      kinds.clear();
      void take(found, watched);
    }, QUIET);
  };
  const watchers = packageDirectories.map((folder): FSWatcher =>
    watch(folder, { recursive: true }, (_, name) => name && changed(join(folder, name))),
  );
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Null for what no part of the org is made of: hidden files, tests of components. */
export function kindOf(file: string): ChangeKind | null {
  if (basename(file).startsWith('.') || file.includes('__tests__')) return null;
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
