import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import type { Check, Finding, Project } from '../../src/model.ts';
import { readProject } from '../../src/project/project.ts';

export const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const FIXTURES = join(ROOT, 'scripts', 'fixtures');
/** Below the repository, so that node_modules and the configuration files are found; ignored by version control. */
const PLACE = join(ROOT, 'build', 'test');

export const DEFAULT = 'force-app/main/default';

/** What to do to a file: its new text, a change of its text, or null to delete it. */
export type Change = string | null | ((text: string) => string);

/** Replaces a text that must be there; a test that changes nothing would prove nothing. */
export function replace(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`The fixture does not contain: ${from}`);
    return text.replace(from, to);
  };
}

/** A copy of the clean project with some fixtures laid over it and some files changed; gone after the test. */
export function copyOfClean(
  t: TestContext,
  { over = [], changes = {} }: { over?: readonly string[]; changes?: Readonly<Record<string, Change>> } = {},
): Project {
  mkdirSync(PLACE, { recursive: true });
  const root = mkdtempSync(join(PLACE, 'project-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const fixture of ['clean', ...over]) cpSync(join(FIXTURES, fixture), root, { recursive: true });
  for (const [file, change] of Object.entries(changes)) applyChange(join(root, file), change);
  return readProject(root);
}

function applyChange(file: string, change: Change): void {
  if (change === null) return rmSync(file);
  const text = typeof change === 'string' ? change : change(readFileSync(file, 'utf8'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The clean project itself, for a check that only reads. */
export function cleanProject(): Project {
  const root = join(FIXTURES, 'clean');
  if (!existsSync(root)) throw new Error(`${root} is missing.`);
  return readProject(root);
}

/** Findings in one line each: `file:line rule message`. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, rule, message }) => {
    const place = line ? `${file}:${line}` : file;
    return `${place} ${rule} ${message}`;
  });
}

/** What a check says of a clean project with one fault. */
export async function findingsOf(
  t: TestContext,
  check: Check,
  changes: Readonly<Record<string, Change>>,
): Promise<string[]> {
  const { findings } = await check.run(copyOfClean(t, { changes }));
  return lines(findings);
}

/** An Apex class with its metadata file. */
export function apexClass(name: string, text: string): Record<string, string> {
  return {
    [`${DEFAULT}/classes/${name}.cls`]: text,
    [`${DEFAULT}/classes/${name}.cls-meta.xml`]: metadata(
      'ApexClass',
      '<apiVersion>65.0</apiVersion><status>Active</status>',
    ),
  };
}

/** A metadata file with the given root element. */
export function metadata(root: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${root}>\n`
  );
}
