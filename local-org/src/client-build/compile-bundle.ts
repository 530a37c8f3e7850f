import { existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replacePlugin from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import type { Plugin, RollupLog } from 'rollup';
import type { Bundle } from './bundles.ts';
import { bundleContent } from './bundles.ts';
import { toolchain } from './packages.ts';
import { ENVIRONMENT, LWC_OPTIONS } from './lwc-options.ts';
import { salesforceModule } from './salesforce-modules.ts';

/** One module outside of the bundle that one of its files asks for. */
export interface Import {
  readonly specifier: string;
  /** The name of the bundle's file that imports it. */
  readonly file: string;
}

/** What is wrong with a bundle by itself. */
export interface Fault {
  /** The name of the bundle's file. */
  readonly file: string;
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
}

/** A bundle as the browser gets it. Other modules are imported by name; the page's import map says where they are. */
export interface CompiledBundle {
  /** Of its content. */
  readonly hash: string;
  /** Null when it is broken. */
  readonly code: string | null;
  readonly imports: readonly Import[];
  readonly faults: readonly Fault[];
}

/** The package's types say CommonJS where the module is ESM. */
const replace = replacePlugin as unknown as typeof replacePlugin.default;

/** Raise it when the form of the output changes. */
const FORMAT = 2;

/**
 * Compiles one bundle alone, so that a broken one does not stop the others.
 * @param cache the folder of what has been compiled; an unchanged bundle is read back.
 */
export async function compileBundle(bundle: Bundle, cache: string): Promise<CompiledBundle> {
  const hash = createHash('sha256')
    .update(`${FORMAT} ${toolchain()} ${bundle.name}\n${bundleContent(bundle)}`)
    .update(readFileSync(join(import.meta.dirname, 'salesforce-modules.ts')))
    .digest('hex')
    .slice(0, 20);
  const path = join(cache, `${bundle.name}-${hash}.json`);
  if (existsSync(path)) {
    utimesSync(path, new Date(), new Date());
    return JSON.parse(readFileSync(path, 'utf8')) as CompiledBundle;
  }
  const compiled = { hash, ...(await compile(bundle)) };
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(compiled));
  renameSync(`${path}.${process.pid}`, path);
  return compiled;
}

async function compile(bundle: Bundle): Promise<Omit<CompiledBundle, 'hash'>> {
  const imports: Import[] = [];
  const faults: Fault[] = [];
  try {
    const build = await rollup({
      input: bundle.entry,
      plugins: [
        outside(bundle, imports, faults),
        replace({ preventAssignment: true, values: ENVIRONMENT }),
        lwc({ ...LWC_OPTIONS, sourcemap: true, rootDir: join(bundle.entry, '..') }),
      ],
      preserveEntrySignatures: 'strict',
      onwarn: (warning) => {
        const fault = faultOf(warning, bundle, 'warning');
        if (warning.plugin === 'rollup-plugin-lwc-compiler') faults.push(fault);
        // A mistyped import of a file is a mistake even where rollup would leave it to the browser.
        if (warning.code === 'UNRESOLVED_IMPORT') faults.push({ ...fault, severity: 'error' });
      },
    });
    const { output } = await build.generate({ format: 'es', sourcemap: 'inline' });
    await build.close();
    return { code: output[0].code, imports, faults };
  } catch (error) {
    faults.push(faultOf(error as RollupLog, bundle, 'error'));
    return { code: null, imports, faults };
  }
}

/** Names the entry `c/<name>` and leaves everything outside of the bundle to the browser. */
function outside(bundle: Bundle, imports: Import[], faults: Fault[]): Plugin {
  return {
    name: 'outside-of-the-bundle',
    resolveId(specifier, importer) {
      if (!importer) return `${bundle.entry}?specifier=c/${bundle.name}`;
      if (/^[./]/.test(specifier)) return null;
      const file = basename(importer.split('?')[0] ?? importer);
      if (!specifier.startsWith('@salesforce/')) {
        if (!importer.startsWith('\0')) imports.push({ specifier, file });
        return { id: specifier, external: true };
      }
      imports.push({ specifier, file });
      return `\0${specifier}`;
    },
    load(id) {
      if (!id.startsWith('\0@salesforce/')) return null;
      const module = salesforceModule(id.slice(1));
      if ('code' in module) return module.code;
      const { file } = imports.find(({ specifier }) => specifier === id.slice(1)) ?? {
        file: basename(bundle.entry),
      };
      faults.push({
        file,
        message: `${module.problem}.`,
        severity: 'error',
        ...positionOf(bundle, file, id.slice(1)),
      });
      return 'export default undefined;';
    },
    transform(_code, id) {
      // What the plugin of LWC must not touch: these modules are not of the bundle.
      return id.startsWith('\0') ? { code: _code, map: { mappings: '' } } : null;
    },
  };
}

/** Where a file of the bundle names a module, in its script or as an element of its markup. */
export function positionOf(
  bundle: Bundle,
  file: string,
  specifier: string,
): { line: number; column: number } {
  const path = bundle.files.find((candidate) => basename(candidate) === file);
  if (!path) return { line: 1, column: 1 };
  const text = readFileSync(path, 'utf8');
  const offset = file.endsWith('.html')
    ? text.indexOf(`<${elementName(specifier)}`)
    : quoted(text, specifier);
  const before = text.slice(0, Math.max(0, offset)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function quoted(text: string, specifier: string): number {
  return Math.max(text.indexOf(`'${specifier}'`), text.indexOf(`"${specifier}"`));
}

/** `c/myPart` is `c-my-part` in markup. */
export function elementName(specifier: string): string {
  return specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function faultOf(log: RollupLog, bundle: Bundle, severity: Fault['severity']): Fault {
  const place = log as RollupLog & { filename?: string; location?: { line: number; column: number } };
  const path = log.loc?.file ?? place.filename ?? log.id ?? bundle.entry;
  const at = log.loc ?? place.location;
  return {
    file: basename(path.split('?')[0] ?? path),
    message: sentence(log.message, path),
    line: Math.max(1, at?.line ?? 1),
    // The compiler counts columns of markup from 1 and of scripts from 0.
    column: path.endsWith('.html') ? Math.max(1, at?.column ?? 1) : (at?.column ?? 0) + 1,
    severity,
  };
}

/** The message without the paths and code frames that tools put around it. */
function sentence(message: string, path: string): string {
  const [first = message] = message.split(/\n\s*(?:at |>?\s*\d+ \|)/);
  return first
    .replaceAll(path.split('?')[0] ?? path, basename(path))
    .replace(/^(?:\[plugin [^\]]+\] |@lwc\/rollup-plugin: |\S+\.(?:js|ts|html|css)(?: \(\d+:\d+\))?: )+/g, '')
    .replace(/\s*\(\d+:\d+\)(?: in [^)]*)?\s*$/, '')
    .trim();
}
