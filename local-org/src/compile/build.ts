import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
import type { EmittedFile } from '../emit/emit.ts';
import { library } from '../library/index.ts';
import { Catalogue } from '../platform/catalogue.ts';
import { packageFiles, type Project, readProject } from '../project/project.ts';
import { loadSchema } from '../schema/load.ts';
import type { OrgSchema } from '../schema/model.ts';
import { createAstCache } from '../syntax/cache.ts';
import { LibraryIndex } from '../types/library-index.ts';
import type { ProjectWorld } from '../types/project-world.ts';
import { compile, type Compiled, type ParsedFile } from './compile.ts';

/** How a project is loaded. */
export interface BuildOptions {
  /** The folder with `sfdx-project.json`. */
  readonly project: string;
  /** Instead of those of `sfdx-project.json`; relative to the project. */
  readonly packageDirectories?: readonly string[];
  /** True: with the namespace of `sfdx-project.json`, as in an org where the package is installed. */
  readonly namespaced?: boolean;
  /** True: namespaced, and packaged permission sets hold only what survives an installation. */
  readonly asInstalled?: boolean;
  /** Features that the org has switched on, e.g. `MultiCurrency`. */
  readonly features?: readonly string[];
  /** Key prefixes that objects of the project have already, by name; see `SchemaOptions`. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
  /** Count the lines that run. */
  readonly coverage?: boolean;
  /** Where compiled code is kept between runs; null for nowhere. By default the project's `node_modules/.cache`. */
  readonly cache?: string | null;
  /** What another build of the very same files and options gave: nothing is compiled then. */
  readonly compiled?: CompiledFiles;
}

/** What comes of compiling a project. Plain data: it is kept on disk and given to other threads. */
export interface CompiledFiles {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A project, compiled and ready to run. */
export interface Build {
  readonly project: Project;
  readonly schema: OrgSchema;
  readonly compiled: CompiledFiles;
  /** By this build, and not read back as it was kept. */
  readonly wasCompiled: boolean;
  /** Of all that was read: project, metadata, Apex. */
  readonly diagnostics: readonly Diagnostic[];
  readonly catalogue: Catalogue;
  /** Checks more code against the project, e.g. anonymous Apex; gives what is wrong with it, too. */
  check<T>(body: (world: ProjectWorld) => T): {
    readonly value: T;
    readonly diagnostics: readonly Diagnostic[];
  };
}

/** Part of every key: raise it when the emitted code changes its form. */
const FORMAT = 3;

/**
 * Reads and compiles a project. What is broken is in `diagnostics`, and everything else runs. Compiled code is kept:
 * the next build of the same files reads it back.
 */
export function build(options: BuildOptions): Build {
  const project = readProject(
    options.project,
    options.packageDirectories ? { packageDirectories: options.packageDirectories } : {},
  );
  const namespaced = options.namespaced === true || options.asInstalled === true;
  const namespace = namespaced ? project.namespace : null;
  const folder = options.cache === undefined ? cacheFolder(project.root) : options.cache;
  const schema = loadSchema({
    root: project.root,
    packageDirectories: project.packageDirectories,
    namespace,
    asInstalled: options.asInstalled === true,
    ...(options.features ? { features: options.features } : {}),
    ...(options.keyPrefixes ? { keyPrefixes: options.keyPrefixes } : {}),
  });
  const index = new LibraryIndex(library);
  const catalogue = new Catalogue({ isVirtual: (name) => index.isVirtual(name) });
  const sources = createAstCache(folder);
  const compileAll = (): Compiled => {
    const syntax = new Diagnostics();
    const parsed = parseAll(project, sources, syntax);
    const coverage = options.coverage === true;
    const names = { namespace, packageNamespace: project.namespace };
    const all = compile(parsed, { schema, library: index, catalogue, ...names, coverage });
    return { ...all, diagnostics: [...syntax.all, ...all.diagnostics] };
  };
  const key = folder === null || options.compiled ? null : fingerprint(project, options, namespace);
  const kept = options.compiled ?? (folder && key && read(folder, key));
  const made = kept ? null : compileAll();
  const compiled = kept || filesOf(made as Compiled);
  if (folder && key && made) write(folder, key, compiled);
  const checked = new CheckedProject(made, compileAll);
  return {
    project,
    schema,
    compiled,
    wasCompiled: made !== null,
    diagnostics: [...project.diagnostics, ...schema.diagnostics, ...compiled.diagnostics],
    catalogue,
    check(body) {
      const { world, sink } = checked.get();
      const before = sink.all.length;
      const value = body(world);
      return { value, diagnostics: sink.all.slice(before) };
    },
  };
}

function filesOf({ files, diagnostics }: Compiled): CompiledFiles {
  return { files, diagnostics };
}

/** Symbols and trees of the project. Few need them after the build: till then their memory is free for others. */
class CheckedProject {
  readonly #made: WeakRef<Compiled> | null;
  readonly #compileAll: () => Compiled;
  #kept: Compiled | null = null;

  constructor(made: Compiled | null, compileAll: () => Compiled) {
    this.#made = made && new WeakRef(made);
    this.#compileAll = compileAll;
  }

  get(): Compiled {
    return (this.#kept ??= this.#made?.deref() ?? this.#compileAll());
  }
}

type Sources = ReturnType<typeof createAstCache>;

function parseAll(project: Project, sources: Sources, syntax: Diagnostics): ParsedFile[] {
  const isActive = (source: { status: string }): boolean => source.status === 'Active';
  const classes = project.classes.filter(isActive).flatMap((source): ParsedFile[] => {
    const unit = sources.parse('class', source.text, source.file, syntax);
    return unit
      ? [{ unit, file: source.file, apiVersion: Number(source.apiVersion), text: source.text }]
      : [];
  });
  const triggers = project.triggers.filter(isActive).flatMap((source): ParsedFile[] => {
    const unit = sources.parse('trigger', source.text, source.file, syntax);
    return unit
      ? [{ unit, file: source.file, apiVersion: Number(source.apiVersion), text: source.text }]
      : [];
  });
  return [...classes, ...triggers];
}

function cacheFolder(root: string): string {
  const modules = join(root, 'node_modules');
  if (existsSync(modules)) return join(modules, '.cache', 'local-org');
  return join(tmpdir(), 'local-org-cache', createHash('sha256').update(root).digest('hex').slice(0, 16));
}

/** Files by path, size and time, and whatever else the emitted code depends on. */
function fingerprint(project: Project, options: BuildOptions, namespace: string | null): string {
  const hash = createHash('sha256');
  const own = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const setting = {
    FORMAT,
    namespace,
    features: options.features,
    coverage: options.coverage,
    installed: options.asInstalled,
  };
  hash.update(JSON.stringify(setting)).update(own).update(compilerFingerprint());
  for (const file of packageFiles(project)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

let compilerSources: string | null = null;

/**
 * The compiler's own sources: whoever changes it must not get code of the one before. They are looked at once, since a
 * process goes on with the compiler that it began with.
 */
function compilerFingerprint(): string {
  compilerSources ??= sourcesOfCompiler();
  return compilerSources;
}

function sourcesOfCompiler(): string {
  const root = new URL('..', import.meta.url);
  const project = readProject(root.pathname, { packageDirectories: ['.'] });
  return packageFiles(project)
    .map((file) => `${file}\0${statSync(file).size}\0${statSync(file).mtimeMs}`)
    .join('\n');
}

function read(folder: string, key: string): CompiledFiles | null {
  const path = join(folder, `build-${key}`);
  if (!existsSync(path)) return null;
  try {
    return deserialize(readFileSync(path)) as CompiledFiles;
  } catch {
    // A damaged entry is worth no more than none: the build makes it anew and writes over it.
    return null;
  }
}

function write(folder: string, key: string, compiled: CompiledFiles): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `build-${key}`);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, serialize(compiled));
  renameSync(draft, path);
  prune(folder);
}

/** Plain, with coverage, as installed, of this and the last states of the sources. */
const MOST_BUILDS = 12;

function prune(folder: string): void {
  const age = (name: string): number => statSync(join(folder, name)).mtimeMs;
  const builds = readdirSync(folder).filter((name) => name.startsWith('build-'));
  const newestFirst = builds
    .map((name) => ({ name, time: age(name) }))
    .sort((one, other) => other.time - one.time);
  for (const { name } of newestFirst.slice(MOST_BUILDS)) rmSync(join(folder, name), { force: true });
}
