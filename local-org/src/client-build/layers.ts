import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { threadId } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import type { Plugin } from 'rolldown';
import { baseComponents, clientModules, exposedBaseModules, toolchain } from './packages.ts';
import { askedOnce, compiler, leftToRight, stylesOnce } from './layer-plugins.ts';
import { ENVIRONMENT } from './lwc-options.ts';

/** A set of modules that is bundled once and kept on disk: one shared file and a small one per module. */
export interface Layer {
  /** The folder that the files lie in. */
  readonly folder: string;
  /** The modules that it provides, each in `<module>.js` below the folder. */
  readonly modules: readonly string[];
}

interface Recipe extends Layer {
  readonly options: BundleOptions;
}

/** Raise it when the form of the output changes. */
const FORMAT = 1;

const SHADOW = '@lwc/synthetic-shadow';
/** Scripts without LWC, which both layers and the project import: they must run before the first component is defined. */
const isHostModule = (id: string): boolean => /[/\\]modules[/\\](host|force)[/\\]/.test(id);
const isClientModule = (specifier: string): boolean => /^(?:host|force|shell)\//.test(specifier);

/**
 * The layers below a project's components, the first to ask first. They need not be there yet: see `makeLayers`.
 * @param cache the folder of all layers.
 */
export function layersIn(cache: string): readonly Layer[] {
  return recipes(cache);
}

/** Bundles the layers that are not there yet. */
export async function makeLayers(cache: string): Promise<void> {
  for (const recipe of recipes(cache)) await make(cache, recipe);
}

function recipes(cache: string): readonly Recipe[] {
  const base = baseLayer(cache);
  return [platformLayer(cache, base), base];
}

/** The engine and Salesforce's base components, which change only with the packages. */
function baseLayer(cache: string): Recipe {
  const own = new Set(listClientModules());
  const modules = ['lwc', SHADOW, ...exposedBaseModules().filter((name) => !own.has(name))];
  const folder = folderOf(cache, 'base', modules, toolchain());
  const options: BundleOptions = {
    plugins: [
      stylesOnce(
        compiler({
          rootDir: baseComponents(),
          modules: [{ npm: 'lightning-base-components' }],
          exclude: ['**/node_modules/@lwc/**'],
        }),
      ),
    ],
    external: isClientModule,
    chunkOf: (id) => (id.includes('synthetic-shadow') ? null : 'base'),
  };
  return { folder, modules, options };
}

/** The shell, and the modules of the platform that no npm package has. */
function platformLayer(cache: string, base: Layer): Recipe {
  const modules = listClientModules();
  const provided = new Set(base.modules);
  const own = new Set(modules);
  const content = `${toolchain()}\n${contentOf(clientModules())}`;
  const options: BundleOptions = {
    plugins: [
      compiler({
        dynamicImports: { strictSpecifier: false },
        rootDir: clientModules(),
        modules: [{ dir: clientModules() }],
      }),
    ],
    external: (specifier) => provided.has(specifier) && !own.has(specifier),
    chunkOf: (id) => (isHostModule(id) ? 'host' : 'platform'),
  };
  return { folder: folderOf(cache, 'platform', modules, content), modules, options };
}

function listClientModules(): string[] {
  const root = clientModules();
  return readdirSync(root)
    .sort()
    .flatMap((namespace) =>
      readdirSync(join(root, namespace))
        .sort()
        .map((name) => `${namespace}/${name}`),
    );
}

interface BundleOptions {
  readonly plugins: readonly Plugin[];
  readonly external: (specifier: string) => boolean;
  readonly chunkOf: (id: string) => string | null;
}

async function bundle({ modules, options }: Recipe, folder: string): Promise<void> {
  const entries: Plugin = {
    name: 'entries',
    // Only modules have an importer that the LWC plugin can resolve from.
    async resolveId(source, importer) {
      if (importer) return null;
      return this.resolve(source, join(clientModules(), 'entry.js'), { skipSelf: true });
    },
  };
  const build = await rolldown({
    input: Object.fromEntries(modules.map((name) => [name, name])),
    external: (specifier, importer) => importer !== undefined && options.external(specifier),
    plugins: [entries, leftToRight(), askedOnce(), ...options.plugins],
    // The compiler has made scripts of them.
    moduleTypes: { '.css': 'js', '.html': 'js' },
    transform: { define: ENVIRONMENT },
    preserveEntrySignatures: 'strict',
    onLog(_level, log) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  try {
    await build.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      codeSplitting: { groups: [{ name: options.chunkOf }] },
    });
  } finally {
    await build.close();
  }
}

/** How the layers are made: who changes that needs no number to raise. */
function recipeText(): string {
  return ['layers.ts', 'layer-plugins.ts', 'lwc-options.ts']
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n');
}

function folderOf(cache: string, name: string, modules: readonly string[], content: string): string {
  const key = createHash('sha256')
    .update(`${FORMAT}\n${modules.join()}\n${content}\n${recipeText()}`)
    .digest('hex')
    .slice(0, 20);
  return join(cache, `${name}-${key}`);
}

/** Builds into a draft folder that is renamed when it is whole, so that a killed build leaves nothing half done. */
async function make(cache: string, recipe: Recipe): Promise<void> {
  const { folder } = recipe;
  if (existsSync(folder)) return;
  const draft = `${folder}.${process.pid}.${threadId}`;
  mkdirSync(draft, { recursive: true });
  try {
    await bundle(recipe, draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOld(cache, basename(folder).split('-')[0] ?? '');
}

const MOST_KEPT = 3;

function removeOld(cache: string, name: string): void {
  const folders = readdirSync(cache)
    .filter((entry) => entry.startsWith(`${name}-`))
    .map((entry) => ({ path: join(cache, entry), time: statSync(join(cache, entry)).mtimeMs }))
    .sort((one, other) => other.time - one.time);
  for (const { path } of folders.slice(MOST_KEPT)) rmSync(path, { recursive: true, force: true });
}

function contentOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) {
    hash
      .update(relative(folder, path).split(sep).join('/'))
      .update('\0')
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}
