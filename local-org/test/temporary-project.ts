import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CONFIG = {
  packageDirectories: [{ path: 'app', default: true }],
  namespace: 'acme',
  sourceApiVersion: '65.0',
};

const PACKAGE = 'app/main/default';

/** A project in a folder of its own, gone with `remove`. Its cache is inside of it. */
export class TemporaryProject {
  readonly root = mkdtempSync(join(tmpdir(), 'local-org-test-'));

  constructor(classes: Readonly<Record<string, string>> = {}) {
    this.write('sfdx-project.json', JSON.stringify(CONFIG));
    mkdirSync(join(this.root, 'node_modules'));
    mkdirSync(join(this.root, PACKAGE), { recursive: true });
    for (const [name, text] of Object.entries(classes)) this.addClass(name, text);
  }

  /** @param path relative to the root. */
  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  addClass(name: string, text: string): void {
    this.write(
      `${classFile(name)}-meta.xml`,
      '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>',
    );
    this.write(classFile(name), text);
  }

  removeClass(name: string): void {
    for (const file of [`${classFile(name)}-meta.xml`, classFile(name)]) rmSync(join(this.root, file));
  }

  addTrigger(name: string, text: string): void {
    this.write(
      `${PACKAGE}/triggers/${name}.trigger-meta.xml`,
      '<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>',
    );
    this.write(`${PACKAGE}/triggers/${name}.trigger`, text);
  }

  /** @param path relative to the package. */
  addMetadata(path: string, type: string, content: string): void {
    this.write(
      `${PACKAGE}/${path}`,
      `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>`,
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Relative to the project's root. */
export function classFile(name: string): string {
  return `${PACKAGE}/classes/${name}.cls`;
}
