import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readProject } from '../project/project.ts';
import type { Project } from '../project/project.ts';
import { listBundles, bundleStamp } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { compileBundle } from './compile-bundle.ts';
import type { CompiledBundle } from './compile-bundle.ts';
import { contentType } from './content-type.ts';
import { layersIn } from './layers.ts';
import { makeLayersAside } from './make-layers-aside.ts';
import type { Layer } from './layers.ts';
import { diagnose } from './link.ts';
import { frontPage } from './page.ts';
import { designSystemAssets, layersCache } from './packages.ts';
import { projectNames, staticResources } from './project-names.ts';

export interface ClientBuildOptions {
  /** The folder of `sfdx-project.json`. */
  readonly projectRoot: string;
  /** In place of those of `sfdx-project.json`. */
  readonly packageDirectories?: readonly string[];
  /** Where compiled components are kept; `node_modules/.cache/local-org/client` of the project without it. */
  readonly cache?: string;
}

/** A file for the browser. */
export interface ClientFile {
  readonly contentType: string;
  readonly body: Buffer | string;
  /** The address changes with the content: a browser may keep the file for ever. */
  readonly immutable: boolean;
}

/** The app for the browser, and the components of a project in it. */
export interface ClientBuild {
  /** Of the last build; a component with an error is left out, and the rest runs. */
  readonly diagnostics: readonly Diagnostic[];
  /** The page for `/` and all of `/lightning/`. */
  page(): string;
  /**
   * The file at an address: `/local/assets/...` (scripts), `/assets/...` (styles and icons), `/resource/...` (static
   * resources of the project). Null where there is none.
   * @param path without query.
   */
  file(path: string): ClientFile | null;
  /**
   * Looks for changed components and builds those anew.
   * @returns the names of those that changed, came or went.
   */
  refresh(): Promise<readonly string[]>;
}

/**
 * Builds the client. The first build on a machine takes some seconds; later ones read back what has not changed.
 * @throws ProjectError when there is no project.
 */
export async function buildClient(options: ClientBuildOptions): Promise<ClientBuild> {
  const project = read(options);
  const cache = options.cache ?? cacheFolder(project.root);
  const client = new Client(options, cache, layersIn(layersCache()));
  await Promise.all([makeLayersAside(layersCache()), client.refresh()]);
  return client;
}

function read({ projectRoot, packageDirectories }: ClientBuildOptions): Project {
  return readProject(projectRoot, packageDirectories ? { packageDirectories } : {});
}

function cacheFolder(root: string): string {
  const modules = join(root, 'node_modules');
  if (existsSync(modules)) return join(modules, '.cache', 'local-org', 'client');
  return join(
    tmpdir(),
    'local-org-cache',
    createHash('sha256').update(root).digest('hex').slice(0, 16),
    'client',
  );
}

interface Built {
  readonly bundle: Bundle;
  readonly stamp: string;
  readonly compiled: CompiledBundle;
}

const ASSETS = '/local/assets/';

class Client implements ClientBuild {
  diagnostics: readonly Diagnostic[] = [];
  readonly #options: ClientBuildOptions;
  readonly #cache: string;
  /** The first that has a module provides it. */
  readonly #layers: readonly Layer[];
  #built = new Map<string, Built>();
  #resources: ReadonlyMap<string, string> = new Map();
  #page = '';

  constructor(options: ClientBuildOptions, cache: string, layers: readonly Layer[]) {
    this.#options = options;
    this.#cache = cache;
    this.#layers = layers;
  }

  page(): string {
    return this.#page;
  }

  file(path: string): ClientFile | null {
    if (path.startsWith(`${ASSETS}c/`)) return this.#component(path.slice(`${ASSETS}c/`.length));
    if (path.startsWith(ASSETS)) return this.#layerFile(path.slice(ASSETS.length));
    if (path.startsWith('/assets/')) return diskFile(designSystemAssets(), path.slice('/assets/'.length));
    if (path.startsWith('/resource/')) return this.#resource(path.slice('/resource/'.length));
    return null;
  }

  async refresh(): Promise<readonly string[]> {
    const project = read(this.#options);
    const bundles = listBundles(project);
    const before = this.#built;
    const after = new Map<string, Built>();
    for (const bundle of bundles.values())
      after.set(bundle.name, await this.#build(bundle, before.get(bundle.name)));
    this.#built = after;
    this.#resources = staticResources(project);
    this.#judge(project);
    this.#page = frontPage(this.#addresses());
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].filter((name) => before.get(name)?.compiled.hash !== after.get(name)?.compiled.hash);
  }

  async #build(bundle: Bundle, before: Built | undefined): Promise<Built> {
    const stamp = bundleStamp(bundle);
    if (before?.stamp === stamp) return { ...before, bundle };
    return { bundle, stamp, compiled: await compileBundle(bundle, this.#cache) };
  }

  #judge(project: Project): void {
    const modules = new Set(this.#layers.flatMap((layer) => layer.modules.filter(isPublic)));
    for (const name of this.#built.keys()) modules.add(`c/${name}`);
    const known = { modules, ...projectNames(project) };
    this.diagnostics = [...this.#built.values()].flatMap(({ bundle, compiled }) =>
      diagnose(project.root, bundle, compiled, known),
    );
  }

  /** The address of each module. */
  #addresses(): ReadonlyMap<string, string> {
    const addresses = new Map<string, string>();
    for (const layer of this.#layers) {
      for (const name of layer.modules) {
        if (!addresses.has(name)) addresses.set(name, `${ASSETS}${folderName(layer)}/${name}.js`);
      }
    }
    for (const [name, { compiled }] of this.#built)
      addresses.set(`c/${name}`, `${ASSETS}c/${name}.js?v=${compiled.hash}`);
    return addresses;
  }

  #component(path: string): ClientFile | null {
    const built = this.#built.get(path.replace(/\.js$/, ''));
    if (!built) return null;
    const errors = this.diagnostics.filter(
      ({ severity, file }) => severity === 'error' && isOf(built.bundle, file),
    );
    const code = errors.length === 0 ? built.compiled.code : null;
    const body =
      code ??
      `throw new Error(${JSON.stringify(errors.map(inOneLine).join('\n'))});\nexport default undefined;`;
    return { contentType: contentType('.js'), body, immutable: false };
  }

  #layerFile(path: string): ClientFile | null {
    const layer = this.#layers.find((candidate) => path.startsWith(`${folderName(candidate)}/`));
    if (!layer) return null;
    const file = diskFile(layer.folder, path.slice(folderName(layer).length + 1));
    return file && { ...file, immutable: true };
  }

  #resource(path: string): ClientFile | null {
    const [name = '', ...rest] = path.split('/');
    const content = this.#resources.get(name);
    if (!content) return null;
    if (rest.length > 0) return diskFile(content, rest.join('/'));
    return { contentType: contentType(extname(content)), body: readFileSync(content), immutable: false };
  }
}

const isPublic = (name: string): boolean => !name.startsWith('shell/') && !name.startsWith('host/');

function folderName(layer: Layer): string {
  return layer.folder.slice(layer.folder.lastIndexOf(sep) + 1);
}

function isOf(bundle: Bundle, file: string): boolean {
  const folder = bundle.file.slice(0, bundle.file.lastIndexOf('/') + 1);
  return file.startsWith(folder);
}

function inOneLine({ file, span, message }: Diagnostic): string {
  return `${file}:${span.line}:${span.column} ${message}`;
}

/** A file below a folder, never one outside of it. */
function diskFile(folder: string, path: string): ClientFile | null {
  const full = normalize(join(folder, path));
  if (!full.startsWith(folder + sep)) return null;
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) return null;
  return { contentType: contentType(extname(full)), body: readFileSync(full), immutable: false };
}
