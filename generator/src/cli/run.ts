/** The command line without its process: arguments in, exit code out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diagnosticsAsJson, renderDiagnostics } from '../diagnostics/index.ts';
import { prepare, type GenerateRequest, type Prepared } from '../generate.ts';
import { lockPath, lockText, release } from '../lock/index.ts';
import type { Diagnostic } from '../model/diagnostics.ts';
import { didYouMean } from '../text/suggest.ts';
import { applyPlan, diskAt, type Plan } from '../write/index.ts';
import { changedComponents, differences } from './differences.ts';
import { readOptions, usage, UsageError, type Options } from './options.ts';
import { progressOn } from './progress.ts';
import { staleness } from './stale.ts';
import { summary } from './summary.ts';
import type { Terminal } from './terminal.ts';

export const exitCodes = { ok: 0, diagnostics: 1, usage: 2, internal: 3 } as const;

/** The repository that this file is part of. */
const ownRoot = resolve(import.meta.dirname, '../../..');

/** What a run needs to know beside its options. */
export interface Call {
  readonly options: Options;
  readonly request: GenerateRequest;
  readonly terminal: Terminal;
}

/** Prints diagnostics in the form that was asked for. */
export function report({ options, request, terminal }: Call, diagnostics: readonly Diagnostic[]): void {
  if (options.json) return terminal.out(diagnosticsAsJson(diagnostics));
  if (diagnostics.length === 0) return;
  const read = (file: string): string | undefined => {
    try {
      return readFileSync(join(request.root, file), 'utf8');
    } catch {
      return undefined;
    }
  };
  terminal.err(renderDiagnostics(diagnostics, read, terminal.errColour));
  terminal.err(`${count(diagnostics.length, 'diagnostic')}; nothing was written.\n`);
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

function check(call: Call, plan: Plan): number {
  const stale = staleness(plan);
  if (call.options.json || stale.length === 0) {
    report(call, stale);
    if (!call.options.json)
      call.terminal.out(`All ${plan.changes.length} emitted files are what the mappings give.\n`);
  } else {
    const handEdited = plan.changes
      .filter((change) => change.handEdited)
      .map(({ path }) => `edited by hand: ${path}\n`);
    call.terminal.out(differences(plan, call.terminal.outColour));
    call.terminal.err(handEdited.join(''));
    if (plan.unfinished) call.terminal.err('An earlier run was killed before it could finish.\n');
    call.terminal.err(
      `${count(stale.length, 'stale file')}; run "npm run generate" and commit the result.\n`,
    );
  }
  return stale.length > 0 ? exitCodes.diagnostics : exitCodes.ok;
}

/** Writes what the plan says and, if asked to, locks the names. */
function write({ options, request, terminal }: Call, plan: Plan, prepared: Prepared): number {
  const disk = diskAt(request.root);
  applyPlan(disk, plan);
  if (options.release !== undefined && prepared.lock) {
    disk.writeText(`${lockPath}.tmp`, lockText(release(prepared.lock, prepared.names, options.release)));
    disk.rename(`${lockPath}.tmp`, lockPath);
    terminal.err(`${prepared.names.length} names are locked as of ${options.release} in ${lockPath}.\n`);
  }
  if (options.json) terminal.out(diagnosticsAsJson([]));
  else terminal.out(summary(plan, prepared, terminal.outColour));
  return exitCodes.ok;
}

/** One run of the pipeline, with its output. */
export function runOnce(call: Call): number {
  const progress = progressOn(call.terminal);
  const prepared = prepare({ ...call.request, onStage: progress.show });
  progress.done();
  const { plan } = prepared;
  if (!plan) {
    report(call, prepared.diagnostics);
    return exitCodes.diagnostics;
  }
  if (call.options.mode === 'check') return check(call, plan);
  if (call.options.mode === 'diff') {
    call.terminal.out(changedComponents(plan, call.terminal.outColour));
    return exitCodes.ok;
  }
  return write(call, plan, prepared);
}

/** A system is a folder beside core. */
function requestOf({ root: given, mappings, system }: Options): GenerateRequest {
  const root = resolve(given ?? ownRoot);
  const request = { root, mappingsDir: mappings };
  if (system === undefined) return request;
  const folder = join(root, mappings);
  const systems = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'core') : [];
  if (systems.includes(system)) return { ...request, system };
  throw new UsageError(
    `There is no billing system "${system}". ${didYouMean(system, systems, 'A system is a folder beside core.')}`,
  );
}

async function dispatch(options: Options, terminal: Terminal): Promise<number> {
  if (options.help) {
    terminal.out(usage);
    return exitCodes.ok;
  }
  const call: Call = { options, terminal, request: requestOf(options) };
  if (options.mode !== 'watch') return runOnce(call);
  const { watch } = await import('./watch.ts');
  return watch(call);
}

/** A failure of the disk has a code and speaks for itself; any other is ours, and its stack helps to mend it. */
function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}

/** Runs the command line; the promise never fails. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(readOptions(args), terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n\n${usage}`);
      return exitCodes.usage;
    }
    terminal.err(`${failureText(error)}\n`);
    return exitCodes.internal;
  }
}
