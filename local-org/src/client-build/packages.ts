import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The folder of the npm package with Salesforce's base components. */
export function baseComponents(): string {
  return packageFolder('lightning-base-components');
}

/** The folder of Salesforce's style sheets, icons and fonts, served at `/assets/`. */
export function designSystemAssets(): string {
  return join(packageFolder('@salesforce-ux/design-system'), 'assets');
}

/** The folder of the shell's and the platform's own modules: `<namespace>/<name>/`. */
export function clientModules(): string {
  return join(import.meta.dirname, '..', '..', 'client', 'modules');
}

/** What is the same for all projects is built once per installation of the local org. */
export function layersCache(): string {
  return join(baseComponents(), '..', '.cache', 'local-org', 'client');
}

/** `name@version` of each package whose code goes into the browser or makes it. */
export function toolchain(): string {
  return ['lwc', '@lwc/rollup-plugin', 'rollup', 'rolldown', 'lightning-base-components']
    .map((name) => `${name}@${version(name)}`)
    .join(' ');
}

/** Exposed, but resting on modules that are not in the package. */
const NEEDS_MORE = new Set(['lightning/barcodeScanner', 'lightning/primitiveFigure']);

/** What a page may import from the base components: `lightning/button`. */
export function exposedBaseModules(): readonly string[] {
  const { lwc } = readPackage('lightning-base-components') as { lwc: { expose: string[] } };
  return lwc.expose.filter((name) => !NEEDS_MORE.has(name) && !name.startsWith('lightning/iconSvgTemplates'));
}

function version(name: string): string {
  return (readPackage(name) as { version: string }).version;
}

function readPackage(name: string): unknown {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8'));
}

function packageFolder(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const candidate = join(folder, name);
    try {
      readFileSync(join(candidate, 'package.json'));
      return candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`The npm package ${name} is not installed. Run npm ci.`);
}
