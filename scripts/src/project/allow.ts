import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model.ts';

/** One listed exception. `count` is how many findings it covers, exactly; without it, at least one. */
export interface Exception {
  /** A regular expression over the message. */
  readonly pattern: string;
  /** A regular expression over the file's path; without it, every file. */
  readonly file?: string;
  readonly rule?: string;
  readonly count?: number;
  readonly reason: string;
  /** When it was added, as YYYY-MM-DD, so that old ones are looked at again. */
  readonly date: string;
}

/**
 * What is left after the exceptions, and what is wrong with the exceptions themselves. Where `mustCount` is set,
 * each must say how many findings it covers, so that none more can hide behind it.
 */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  list: string,
  { mustCount = false } = {},
): readonly Finding[] {
  const uses = exceptions.map(() => 0);
  const left = findings.filter((finding) => {
    const index = exceptions.findIndex((exception) => covers(exception, finding));
    if (index >= 0) uses[index] = (uses[index] ?? 0) + 1;
    return index < 0;
  });
  return [
    ...left,
    ...exceptions.flatMap((exception, index) => complaints(exception, uses[index] ?? 0, list, mustCount)),
  ];
}

function covers({ pattern, file, rule }: Exception, finding: Finding): boolean {
  return (
    new RegExp(pattern).test(finding.message) &&
    (file === undefined || new RegExp(file).test(finding.file)) &&
    (rule === undefined || rule === finding.rule)
  );
}

function complaints(
  { pattern, reason, date, count }: Exception,
  uses: number,
  list: string,
  mustCount: boolean,
): Finding[] {
  const complain = (message: string): Finding => ({
    file: list,
    rule: 'exception',
    severity: 'error',
    message,
  });
  const fits = count === undefined ? uses > 0 : uses === count;
  const expected = count === undefined ? 'at least one' : String(count);
  return [
    ...(fits
      ? []
      : [complain(`"${pattern}" covers ${uses} findings, not ${expected}; correct or remove it.`)]),
    ...(mustCount && count === undefined ? [complain(`"${pattern}" gives no count.`)] : []),
    ...(reason ? [] : [complain(`"${pattern}" gives no reason.`)]),
    ...(/^\d{4}-\d\d-\d\d$/.test(date) ? [] : [complain(`"${pattern}" has no date (YYYY-MM-DD).`)]),
  ];
}

/** The exceptions of a project; each project has its own list, and none if the file is not there. */
export function readExceptions(root: string, list: string): Exception[] {
  const file = join(root, list);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Exception[]) : [];
}
