/** The pipeline: read, validate, emit, compare. Only `applyPlan` of the write room changes the disk. */
import type { EmitContext, EmittedFile } from './emit/emitted-file.ts';
import { emitAll, type Emission } from './emit/index.ts';
import { checkLock, lockPath, namesOf, readLock, type LockedName, type NamesLock } from './lock/index.ts';
import type { Diagnostic } from './model/diagnostics.ts';
import type { IntegrationModel } from './model/model.ts';
import { checkEmittedNames, validate, type ValidateContext } from './model/validate/index.ts';
import { namesOfType, readEmitContext, readHandWritten, type HandWritten } from './project.ts';
import { readMappings } from './read/index.ts';
import { diskAt, planWrites, type Plan, type Scope } from './write/index.ts';

/** What the reader gives: a model of all that it understood, and a diagnostic for the rest. */
export interface ReadResult {
  readonly model: IntegrationModel;
  readonly diagnostics: readonly Diagnostic[];
}

export const stages = ['read', 'validate', 'emit', 'compare'] as const;
export type Stage = (typeof stages)[number];

export interface GenerateRequest {
  /** The repository, an absolute path. */
  readonly root: string;
  /** Folder of the mappings, relative to the root. */
  readonly mappingsDir: string;
  /** Reads and touches only this system, and core. */
  readonly system?: string;
  readonly onStage?: (stage: Stage) => void;
  /** Reads the mappings; watching puts its own in place, which keeps what did not change. */
  readonly read?: () => ReadResult;
}

/** The outcome in memory. With diagnostics there is no plan, so nothing can be written. */
export interface Prepared {
  readonly diagnostics: readonly Diagnostic[];
  readonly plan?: Plan;
  readonly emissions: readonly Emission[];
  /** Everything that a release would lock. */
  readonly names: readonly LockedName[];
  readonly lock?: NamesLock;
  /** Milliseconds of each stage that ran. */
  readonly times: Readonly<Partial<Record<Stage, number>>>;
}

/** A system's files lie in folders of its name; everything else belongs to all of them. */
export function scopeOf(system: string | undefined): Scope | undefined {
  return system === undefined ? undefined : (path) => path.split('/').slice(0, -1).includes(system);
}

function readAll({ root, mappingsDir, system, read }: GenerateRequest): ReadResult {
  if (read) return read();
  return readMappings({ root, mappingsDir, ...(system !== undefined && { systems: [system] }) });
}

class Stopwatch {
  readonly times: Partial<Record<Stage, number>> = {};
  readonly #onStage: GenerateRequest['onStage'];

  constructor(onStage: GenerateRequest['onStage']) {
    this.#onStage = onStage;
  }

  run<Result>(stage: Stage, work: () => Result): Result {
    this.#onStage?.(stage);
    const start = performance.now();
    const result = work();
    this.times[stage] = performance.now() - start;
    return result;
  }
}

/** Says everything that a run would do, and does nothing. */
export function prepare(request: GenerateRequest): Prepared {
  const watch = new Stopwatch(request.onStage);
  const context = readEmitContext(request.root);
  const handWritten = readHandWritten(request.root);
  const read = watch.run('read', () => readAll(request));
  const lock = readLock(diskAt(request.root).readText(lockPath));
  const found = watch.run('validate', () => [
    ...read.diagnostics,
    ...lock.diagnostics,
    ...validate(read.model, validateContext(request, context, read, handWritten)),
  ]);
  if (found.length > 0) return { diagnostics: found, emissions: [], names: [], times: watch.times };
  const emissions = watch.run('emit', () => emitAll(read.model, context, handWritten));
  const files = emissions.flatMap((emission) => emission.files);
  const names = namesOf(read.model, files);
  const { diagnostics, plan } = watch.run('compare', () => compare(request, files, names, lock, handWritten));
  return { diagnostics, ...(plan && { plan }), emissions, names, lock: lock.lock, times: watch.times };
}

function validateContext(
  { mappingsDir }: GenerateRequest,
  { namespace }: EmitContext,
  { diagnostics }: ReadResult,
  handWritten: HandWritten,
): ValidateContext {
  return {
    namespace,
    handWritten: {
      classes: namesOfType(handWritten, 'ApexClass'),
      components: namesOfType(handWritten, 'LightningComponentBundle'),
      listButtons: namesOfType(handWritten, 'WebLink'),
    },
    halfRead: [...new Set(diagnostics.map(({ source }) => source.file))],
    mappingsDir,
  };
}

/** The plan, unless a name is taken or broken, or a file in the way. A part of the package breaks no promise. */
function compare(
  { root, system }: GenerateRequest,
  files: readonly EmittedFile[],
  names: readonly LockedName[],
  { lock, text }: ReturnType<typeof readLock>,
  handWritten: HandWritten,
): Pick<Prepared, 'diagnostics' | 'plan'> {
  const diagnostics = [
    ...checkEmittedNames(files, handWritten),
    ...(system === undefined ? checkLock(lock, names, text) : []),
  ];
  if (diagnostics.length > 0) return { diagnostics };
  const plan = planWrites(diskAt(root), files, scopeOf(system));
  return plan.problems.length > 0 ? { diagnostics: plan.problems } : { diagnostics: [], plan };
}
