/**
 * Entry points that the graph engine gave up on. It follows every path through all that an entry point calls; behind
 * an engine with many decisions there are more of them than any machine walks in the time that it is given, and some
 * end in an exception of its own, after which it asks for a look by hand. That is no violation and no proof: such an
 * entry point has to be listed with the reason why it may stay unproved.
 */
import type { Finding, Project } from '../model.ts';
import { shown } from '../project/files.ts';

const GIVEN_UP =
  /scanning entry point: (.+):(\d+):(\d+): (?:Path evaluation timed out after \d+ ms|.*path expansion limit|.*you must manually verify)/;

/** The entry point that a message of the engine is about; undefined if it is about anything else. */
export function unfinishedPath(project: Project, message: string): Finding | undefined {
  const [, file = '', line, column] = GIVEN_UP.exec(message) ?? [];
  if (line === undefined) return undefined;
  return {
    file: shown(project, file),
    line: Number(line),
    column: Number(column),
    rule: 'unfinished',
    severity: 'error',
    message: 'The graph engine gave up on this entry point, so nothing is proved about what it reaches.',
  };
}

/** A file whose entry points may stay unproved. How many of them are, depends on how fast the machine is. */
export interface UnprovedFile {
  /** A regular expression over the file's path. */
  readonly file: string;
  readonly reason: string;
  readonly date: string;
}

/** What is not listed, and one line for those that are. */
export function applyUnproved(
  unfinished: readonly Finding[],
  listed: readonly UnprovedFile[],
): { readonly findings: readonly Finding[]; readonly notes: readonly string[] } {
  const covered = listed.filter(({ reason, date }) => reason !== '' && /^\d{4}-\d\d-\d\d$/.test(date));
  const findings = unfinished.filter((one) => !covered.some(({ file }) => new RegExp(file).test(one.file)));
  const count = unfinished.length - findings.length;
  return {
    findings,
    notes: count === 0 ? [] : [`${count} listed entry points were not followed to their ends`],
  };
}
