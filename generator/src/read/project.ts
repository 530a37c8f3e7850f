/** Keeps the compiler's view of the mapping files between runs, so that a change costs only what depends on it. */
import { join, resolve } from 'node:path';
import { Project, ts } from 'ts-morph';
import { inOrder } from '../diagnostics/index.ts';
import type { Diagnostic } from '../model/diagnostics.ts';
import type { IntegrationModel } from '../model/model.ts';
import { codes } from './codes.ts';
import { compilerOptions } from './compiler-options.ts';
import { ReadContext } from './context.ts';
import { readCore } from './core.ts';
import { Folders, type FoundFile } from './folders.ts';
import { StandardCatalog } from './standard.ts';
import { readSystem, type SystemFiles } from './system.ts';
import { TypeErrors, withoutCovered } from './type-errors.ts';

export interface ReadOptions {
  /** The repository, an absolute path. */
  readonly root: string;
  /** Folder of the mappings, relative to the root. */
  readonly mappingsDir?: string;
  /** Reads only these systems, and core. */
  readonly systems?: readonly string[];
  /** Texts that stand in for files, by path relative to the root; an editor's unsaved ones, or a test's. */
  readonly overlay?: Readonly<Record<string, string>>;
}

export interface ReadResult {
  /** All that was understood. With diagnostics it lacks what they are about. */
  readonly model: IntegrationModel;
  /** In the order of files and lines. */
  readonly diagnostics: readonly Diagnostic[];
}

const defaultMappingsDir = 'generator/mappings';
const coreFolder = 'core';
const languageFolder = resolve(import.meta.dirname, '../../language');

/** The files of one reading, by what they are. */
interface Scan {
  readonly core: readonly FoundFile[];
  readonly systems: readonly { readonly folder: string; readonly files: readonly FoundFile[] }[];
}

export class MappingProject {
  readonly #options: ReadOptions;
  readonly #mappingsDir: string;
  readonly #project = new Project({ compilerOptions, skipFileDependencyResolution: true });
  readonly #stamps = new Map<string, string>();
  readonly #typeErrors = new TypeErrors();

  constructor(options: ReadOptions) {
    this.#options = { ...options, root: resolve(options.root) };
    this.#mappingsDir = options.mappingsDir ?? defaultMappingsDir;
  }

  /** Reads the mappings as they are now. */
  read(): ReadResult {
    const folders = new Folders(this.#options.root, this.#options.overlay);
    const scan = this.#scan(folders);
    const changed = this.#update(folders, scan);
    const program = this.#project.getProgram().compilerObject;
    const ctx = this.#context(program);
    const catalog = new StandardCatalog(ctx, program.getSourceFile(join(languageFolder, 'standard.ts')));
    const core = readCore(ctx, this.#sources(program, scan.core), catalog);
    const systems = scan.systems.flatMap(
      ({ folder, files }) =>
        readSystem(ctx, this.#systemFiles(program, folders, folder, files), core.index) ?? [],
    );
    const sources = this.#sources(program, [scan.core, ...scan.systems.map(({ files }) => files)].flat());
    const typeErrors = this.#typeErrors.of(program, sources, changed, (file) => this.#relative(file));
    for (const { path, reason } of folders.unreadable) reportUnreadable(ctx, path, reason);
    return {
      model: {
        formatVersion: 1,
        core: core.model,
        systems: systems.sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
      diagnostics: inOrder([...ctx.diagnostics, ...withoutCovered(typeErrors, ctx.diagnostics)]),
    };
  }

  #scan(folders: Folders): Scan {
    const dir = this.#mappingsDir;
    const wanted = this.#options.systems;
    const systems = folders
      .foldersIn(dir)
      .filter((name) => name !== coreFolder && (wanted === undefined || wanted.includes(name)))
      .map((name) => `${dir}/${name}`);
    return {
      core: folders.filesBelow(`${dir}/${coreFolder}`),
      systems: systems.map((folder) => ({ folder, files: folders.filesBelow(folder) })),
    };
  }

  /** Brings the compiler's view up to date and gives the paths of the sources that changed. */
  #update(folders: Folders, scan: Scan): ReadonlySet<string> {
    const files = [scan.core, ...scan.systems.map((system) => system.files)].flat().filter(isSource);
    const changed = new Set<string>();
    for (const { file, stamp } of files) {
      const path = this.#absolute(file);
      if (this.#stamps.get(path) === stamp) continue;
      this.#project.createSourceFile(path, folders.read(file), { overwrite: true });
      this.#stamps.set(path, stamp);
      changed.add(path);
    }
    const present = new Set(files.map(({ file }) => this.#absolute(file)));
    for (const path of [...this.#stamps.keys()].filter((one) => !present.has(one))) {
      this.#project.getSourceFile(path)?.forget();
      this.#stamps.delete(path);
      changed.add(path);
    }
    return changed;
  }

  #context(program: ts.Program): ReadContext {
    return new ReadContext({
      checker: program.getTypeChecker(),
      relative: (file) => this.#relative(file),
      isLanguage: (file) => file.startsWith(`${languageFolder.replaceAll('\\', '/')}/`),
    });
  }

  #sources(program: ts.Program, files: readonly FoundFile[]): ts.SourceFile[] {
    return files.filter(isSource).flatMap(({ file }) => program.getSourceFile(this.#absolute(file)) ?? []);
  }

  #systemFiles(
    program: ts.Program,
    folders: Folders,
    folder: string,
    files: readonly FoundFile[],
  ): SystemFiles {
    const samples = files.filter(({ file }) => /\/samples\/[^/]+\.json$/.test(file));
    return {
      folder,
      sources: this.#sources(program, files),
      samples: samples.map(({ file }) => ({ file, text: folders.read(file) })),
    };
  }

  #absolute(file: string): string {
    return join(this.#options.root, file).replaceAll('\\', '/');
  }
  #relative(file: string): string {
    const root = `${this.#options.root.replaceAll('\\', '/')}/`;
    return file.startsWith(root) ? file.slice(root.length) : file;
  }
}

const isSource = ({ file }: FoundFile): boolean => file.endsWith('.ts');

function reportUnreadable(ctx: ReadContext, path: string, reason: string): void {
  ctx.report(
    codes.unreadable,
    { file: path, line: 1, column: 1, length: 1 },
    {
      what: `"${path}" can't be read: ${reason}.`,
      why: 'What stands there would be missing from everything that is emitted.',
      fix: 'Check the path and its permissions.',
    },
  );
}
