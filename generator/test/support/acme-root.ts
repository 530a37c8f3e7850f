/** A repository of its own, in a temporary folder, with the mappings of the made-up system. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const generator = resolve(import.meta.dirname, '../..');
const language = join(generator, 'language/index.ts');

/** Outside the workspace `#language` leads nowhere, so that each file says where the language is. */
function pointToLanguage(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(folder, name);
    const specifier = relative(dirname(path), language).replaceAll('\\', '/');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll("'#language'", `'${specifier}'`));
  }
}

function writeComponent(root: string, name: string): void {
  const folder = join(root, 'force-app/main/default/lwc', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.js`), '');
  writeFileSync(join(folder, `${name}.js-meta.xml`), '');
}

export interface TestRoot extends Disposable {
  readonly root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Replaces a text that must be there. */
  replace(path: string, from: string, to: string): void;
}

export function acmeRoot(): TestRoot {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'billwright-cli-')));
  const at = (path: string): string => join(root, path);
  const mappings = at('generator/mappings');
  cpSync(join(generator, 'test/fixtures/acme/mappings'), mappings, { recursive: true });
  pointToLanguage(mappings);
  writeFileSync(
    at('sfdx-project.json'),
    JSON.stringify({ namespace: 'billwright', sourceApiVersion: '67.0' }),
  );
  ['billingSync', 'billingOpen', 'billingQuery'].forEach((name) => writeComponent(root, name));
  const read = (path: string): string => readFileSync(at(path), 'utf8');
  return {
    root,
    read,
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    replace: (path, from, to) => {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
      writeFileSync(at(path), text.replace(from, to));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
