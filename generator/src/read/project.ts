/** Keeps the compiler's view of the mapping files between runs, so that a change costs only what depends on it. */
import { resolve } from 'node:path';
import { Project, type ts } from 'ts-morph';
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
}

/** Texts that stand in for files, by path relative to the root: an editor's unsaved ones, or a test's. */
export type Overlay = Readonly<Record<string, string>>;

export interface ReadResult {
  /** All that was understood. With diagnostics it lacks what they are about. */
  readonly model: IntegrationModel;
  /** In the order of files and lines. */
  readonly diagnostics: readonly Diagnostic[];
}

const defaultMappingsDir = 'generator/mappings';
const coreFolder = 'core';
const languageDir = 'generator/language';
/** Where the language is when the repository that is read has none of its own, or has a link to it. */
const ourLanguage = resolve(import.meta.dirname, '../../language');

/** The files of one reading, by what they are. */
interface Scan {
  readonly core: readonly FoundFile[];
  readonly systems: readonly { readonly folder: string; readonly files: readonly FoundFile[] }[];
}

export class MappingProject {
  readonly #options: ReadOptions;
  readonly #mappingsDir: string;
  #project = newProject();
  #typeErrors = new TypeErrors();
  readonly #stamps = new Map<string, string>();
  readonly #languageFolders: readonly string[];
  #languageStamp = '';

  constructor(options: ReadOptions) {
    this.#options = { ...options, root: resolve(options.root) };
    this.#mappingsDir = options.mappingsDir ?? defaultMappingsDir;
    this.#languageFolders = [this.#absolute(languageDir), slashed(ourLanguage)].map((folder) => `${folder}/`);
  }

  /** Reads the mappings as they are now. */
  read(overlay: Overlay = {}): ReadResult {
    const folders = new Folders(this.#options.root, overlay);
    const scan = this.#scan(folders);
    this.#forgetOldLanguage(folders);
    const changed = this.#update(folders, scan);
    const program = this.#project.getProgram().compilerObject;
    const ctx = this.#context(program);
    const catalog = new StandardCatalog(ctx, this.#standardFile(program));
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
      diagnostics: inOrder([...ctx.diagnostics, ...withoutCovered(typeErrors, ctx.covered)]),
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

  /** A change of the language reaches every file, so that reading starts anew. */
  #forgetOldLanguage(folders: Folders): void {
    const stamp = JSON.stringify(folders.filesBelowIfAny(languageDir));
    if (stamp === this.#languageStamp) return;
    this.#languageStamp = stamp;
    this.#project = newProject();
    this.#typeErrors = new TypeErrors();
    this.#stamps.clear();
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
      isLanguage: (file) => this.#languageFolders.some((folder) => file.startsWith(folder)),
    });
  }

  #standardFile(program: ts.Program): ts.SourceFile | undefined {
    const files = this.#languageFolders.map((folder) => program.getSourceFile(`${folder}standard.ts`));
    return files.find((file) => file !== undefined);
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
    return `${slashed(this.#options.root)}/${file}`;
  }
  #relative(file: string): string {
    const root = `${slashed(this.#options.root)}/`;
    return file.startsWith(root) ? file.slice(root.length) : file;
  }
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

const newProject = (): Project => new Project({ compilerOptions, skipFileDependencyResolution: true });

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
