import { deserialize, serialize } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';
import type { CompiledFiles } from '../compile/build.ts';
import { createOrg, type LocalOrg } from '../local-org.ts';
import { ProjectError } from '../project/project-error.ts';
import type { ThreadAnswer, ThreadRequest, ThreadTask } from './messages.ts';
import { type MethodFilter, runClass } from './run-class.ts';
import { methodFilter, selectClasses } from './plan.ts';

/** Opens an org in this thread and runs the tests that the port asks for. */
export function serve(port: MessagePort, { options, selection, compiled }: ThreadTask): void {
  const say = (answer: ThreadAnswer): void => port.postMessage(answer);
  const guarded = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      say(failure(error));
    }
  };
  guarded(() => {
    const org = createOrg({ ...options, ...(compiled ? { compiled: unpack(compiled) } : {}) });
    const filter = methodFilter(selection);
    port.on('message', (request: ThreadRequest) => guarded(() => answer(org, request, filter, say)));
    const { classes } = org.kernel.program;
    say({
      kind: 'ready',
      diagnostics: org.diagnostics,
      wasCompiled: org.wasCompiled,
      classes: [...classes.values()].map((info) => info.fullName),
      testClasses: selectClasses(classes.values(), selection).map((info) => info.fullName),
    });
  });
}

function answer(
  org: LocalOrg,
  request: ThreadRequest,
  filter: MethodFilter,
  say: (answer: ThreadAnswer) => void,
): void {
  switch (request.kind) {
    case 'run': {
      const info = org.kernel.program.classes.get(request.className.toLowerCase());
      if (info) for (const result of runClass(org.kernel, info, filter)) say({ kind: 'result', result });
      say({ kind: 'classDone' });
      return;
    }
    case 'share':
      say({ kind: 'shared', compiled: pack(org.compiled) });
      return;
    case 'end':
      say({ kind: 'ended', coverage: org.coverage() });
  }
}

/** In memory that all threads see, so that the one between them has no copy. */
function pack(compiled: CompiledFiles): SharedArrayBuffer {
  const bytes = serialize(compiled);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

function unpack(shared: SharedArrayBuffer): CompiledFiles {
  return deserialize(new Uint8Array(shared)) as CompiledFiles;
}

function failure(error: unknown): ThreadAnswer {
  const isOfProject = error instanceof ProjectError;
  if (isOfProject) return { kind: 'failed', message: error.message, isOfProject };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', message, isOfProject };
}
