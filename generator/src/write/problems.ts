/** What can be wrong with the files themselves, as diagnostics like any other. */
import type { Diagnostic } from '../model/diagnostics.ts';
import { manifestPath } from './manifest.ts';

/** Codes of this room, with titles for the reference. */
export const writeCodes = {
  BW4001: 'Two emitted files have the same path',
  BW4002: 'A file that people made would be overwritten',
  BW4003: 'An emitted file is not what the mappings give',
  BW4004: 'An emitted file was edited by hand',
  BW4005: 'A run was killed before it could finish',
  BW4006: 'The manifest of emitted files cannot be read',
  BW4007: 'An emitted file would lie outside the repository',
} as const;

function problem(
  code: keyof typeof writeCodes,
  file: string,
  what: string,
  why: string,
  fix: string,
): Diagnostic {
  return { code, source: { file, line: 1, column: 1, length: 1 }, what, why, fix };
}

export const samePath = (path: string, other: string): Diagnostic =>
  problem(
    'BW4001',
    path,
    `"${path}" would be emitted twice${path === other ? '' : `, the other time as "${other}"`}.`,
    'Some file systems do not tell upper from lower case, so one file would replace the other.',
    'Rename one of the two things in the mappings.',
  );

export const foreignFile = (path: string): Diagnostic =>
  problem(
    'BW4002',
    path,
    `"${path}" exists and was not written by the generator.`,
    'Overwriting it could destroy somebody’s work.',
    `Move or delete the file; if it was emitted, restore ${manifestPath} from version control.`,
  );

export const staleFile = (path: string, kind: 'new' | 'changed' | 'removed'): Diagnostic =>
  problem(
    'BW4003',
    path,
    {
      new: `"${path}" is missing.`,
      changed: `"${path}" is not what the mappings give.`,
      removed: `"${path}" is no longer emitted but still there.`,
    }[kind],
    'The committed package must be what its mappings say.',
    'Run "npm run generate" and commit the result.',
  );

export const editedByHand = (path: string): Diagnostic =>
  problem(
    'BW4004',
    path,
    `"${path}" was edited by hand.`,
    'The next run replaces the file, and the edit would be lost.',
    'Take the edit to the mapping or the emitter, then run "npm run generate".',
  );

export const unfinishedRun = (path: string): Diagnostic =>
  problem(
    'BW4005',
    path,
    'An earlier run was killed while it was writing.',
    'Some files may be of the old state and some of the new.',
    'Run "npm run generate"; it finishes what was begun.',
  );

export const unreadableManifest = (): Diagnostic =>
  problem(
    'BW4006',
    manifestPath,
    `${manifestPath} is not a JSON object of paths and hashes.`,
    'Without it the generator can’t tell its own files from those of people.',
    'Restore it from version control; after a merge conflict take either side and run "npm run generate".',
  );

export const outsideRoot = (path: string): Diagnostic =>
  problem(
    'BW4007',
    path,
    `"${path}" is not a path inside the repository.`,
    'The generator writes only below its root.',
    'An emitter made this path; correct the emitter.',
  );
