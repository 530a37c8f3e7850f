import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replacePlugin from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { baseComponents, clientModules, exposedBaseModules, toolchain } from './packages.ts';

/** A set of modules that was bundled once and is kept on disk: one shared file and a small one per module. */
export interface Layer {
  /** The folder that the files lie in. */
  readonly folder: string;
  /** The modules that it provides, each in `<module>.js` below the folder. */
  readonly modules: readonly string[];
}

/** Raise it when the form of the output changes. */
const FORMAT = 1;

const SHADOW = '@lwc/synthetic-shadow';
/** Scripts without LWC, which both layers and the project import: they must run before the first component is defined. */
const isHostModule = (id: string): boolean => /[/\\]modules[/\\](host|force)[/\\]/.test(id);
const isClientModule = (specifier: string): boolean => /^(?:host|force|shell)\//.test(specifier);

/**
 * The engine and Salesforce's base components, which change only with the packages.
 * @param cache the folder of all layers.
 */
export async function baseLayer(cache: string): Promise<Layer> {
  const own = new Set(listClientModules());
  const modules = ['lwc', SHADOW, ...exposedBaseModules().filter((name) => !own.has(name))];
  return kept(cache, 'base', modules, toolchain(), (folder) =>
    bundle(folder, modules, {
      plugins: [
        lwc({ ...LWC_OPTIONS, rootDir: baseComponents(), modules: [{ npm: 'lightning-base-components' }] }),
      ],
      external: isClientModule,
      chunkOf: (id) => (id.includes('synthetic-shadow') ? undefined : 'base'),
    }),
  );
}

/** The shell, and the modules of the platform that no npm package has. */
export async function platformLayer(cache: string, base: Layer): Promise<Layer> {
  const modules = listClientModules();
  const provided = new Set(base.modules);
  const own = new Set(modules);
  return kept(cache, 'platform', modules, `${toolchain()}\n${contentOf(clientModules())}`, (folder) =>
    bundle(folder, modules, {
      plugins: [
        lwc({
          ...LWC_OPTIONS,
          dynamicImports: { strictSpecifier: false },
          rootDir: clientModules(),
          modules: [{ dir: clientModules() }],
        }),
      ],
      external: (specifier) => provided.has(specifier) && !own.has(specifier),
      chunkOf: (id) => (isHostModule(id) ? 'host' : 'platform'),
    }),
  );
}

export const LWC_OPTIONS = {
  enableDynamicComponents: true,
  // The base components' form elements use element internals, and the page has synthetic shadow.
  enableSyntheticElementInternals: true,
  sourcemap: false,
} as const;

/** The package's types say CommonJS where the module is ESM. */
const replace = replacePlugin as unknown as typeof replacePlugin.default;

/** What LWC and the base components expect a bundler to fill in. */
export function environment(): Plugin {
  return replace({
    preventAssignment: true,
    values: { 'process.env.NODE_ENV': JSON.stringify('production'), 'import.meta.env.SSR': 'false' },
  });
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
  readonly chunkOf: (id: string) => string | undefined;
}

async function bundle(folder: string, modules: readonly string[], options: BundleOptions): Promise<void> {
  const entries: Plugin = {
    name: 'entries',
    // Only modules have an importer that the LWC plugin can resolve from.
    async resolveId(source, importer) {
      if (importer) return null;
      return this.resolve(source, join(clientModules(), 'entry.js'), { skipSelf: true });
    },
  };
  const build = await rollup({
    input: Object.fromEntries(modules.map((name) => [name, name])),
    external: (specifier, importer) => importer !== undefined && options.external(specifier),
    plugins: [entries, environment(), ...options.plugins],
    preserveEntrySignatures: 'strict',
    onwarn(warning) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    },
  });
  try {
    await build.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      manualChunks: options.chunkOf,
      minifyInternalExports: false,
    });
  } finally {
    await build.close();
  }
}

/** Builds into a draft folder that is renamed when it is whole, so that a killed build leaves nothing half done. */
async function kept(
  cache: string,
  name: string,
  modules: readonly string[],
  content: string,
  build: (folder: string) => Promise<void>,
): Promise<Layer> {
  const key = createHash('sha256')
    .update(`${FORMAT}\n${modules.join()}\n${content}\n${readFileSync(import.meta.filename, 'utf8')}`)
    .digest('hex')
    .slice(0, 20);
  const folder = join(cache, `${name}-${key}`);
  if (existsSync(folder)) return { folder, modules };
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await build(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOld(cache, name);
  return { folder, modules };
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
