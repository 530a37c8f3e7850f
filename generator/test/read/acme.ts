/** The made-up billing system of the fixtures, read again and again with small changes. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MappingProject, type ReadResult } from '../../src/read/index.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const acmeDir = 'generator/test/fixtures/acme/mappings';

const project = new MappingProject({ root, mappingsDir: acmeDir });

/** A text of a file of the fixture and what takes its place; without a text the whole file is replaced. */
export interface Edit {
  /** Below the folder of the mappings. */
  readonly file: string;
  readonly from?: string;
  readonly to: string;
}

function textAfter(before: string | undefined, { file, from, to }: Edit): string {
  if (from === undefined) return to;
  const text = before ?? readFileSync(join(root, acmeDir, file), 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} must hold this text once: ${from}`);
  return text.replace(from, () => to);
}

/** The fixture's files that the edits touch, by path. */
function overlayOf(edits: readonly Edit[]): Record<string, string> {
  const overlay: Record<string, string> = {};
  for (const edit of edits) {
    const path = `${acmeDir}/${edit.file}`;
    overlay[path] = textAfter(overlay[path], edit);
  }
  return overlay;
}

/** Reads the fixture with some changes. */
export function readAcme(...edits: readonly Edit[]): ReadResult {
  return project.read(overlayOf(edits));
}

/** A file that a diagnostic asks for need not be there. */
function textOf(file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
}

/** Diagnostics, and each of them as `code file:line:column underlined text`. */
export function found(...edits: readonly Edit[]): Pick<ReadResult, 'diagnostics'> & { places: string[] } {
  const overlay = overlayOf(edits);
  const { diagnostics } = project.read(overlay);
  const places = diagnostics.map(({ code, source: { file, line, column, length } }) => {
    const text = overlay[file] ?? textOf(file);
    const underlined = text.split('\n')[line - 1]?.slice(column - 1, column - 1 + length);
    return `${code} ${file.slice(acmeDir.length + 1)}:${line}:${column} ${underlined}`;
  });
  return { diagnostics, places };
}
