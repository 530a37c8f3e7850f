import type { Finding } from '../model.ts';
import type { Step, StepResult } from './step.ts';

const NAME_WIDTH = 24;
const LOOKED_WIDTH = 34;

/** The sum over all steps. */
export interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/** Colours a word, if the output is a terminal. */
export type Paint = (colour: 'red' | 'green' | 'yellow', text: string) => string;

const CODES = { red: 31, green: 32, yellow: 33 } as const;

/** Colours only for a person: a log file gets plain text. */
export function paintFor(terminal: boolean): Paint {
  return (colour, text) => (terminal ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
}

/** `file:line:column severity rule message`, which editors and CI turn into a link. */
export function findingLine(finding: Finding): string {
  const place = [finding.file, finding.line, finding.line && finding.column].filter(Boolean).join(':');
  return `${place} ${finding.severity} ${finding.rule} ${finding.message}`;
}

function verdict(result: StepResult, paint: Paint): string {
  if (result.skipped) return paint('yellow', `SKIPPED: ${result.skipped}`);
  return result.failed > 0 ? paint('red', 'FAILED') : paint('green', 'ok');
}

/** The line of a step and, below it, what is to be said about it. */
export function stepLines(step: Step, result: StepResult, seconds: number, paint: Paint): string[] {
  const time = `${seconds.toFixed(1)}s`.padStart(7);
  const head = `${step.name.padEnd(NAME_WIDTH)} ${result.looked.padEnd(LOOKED_WIDTH)} ${time}  ${verdict(result, paint)}`;
  const output = result.failed > 0 && result.output ? result.output.trimEnd().split('\n') : [];
  return [
    head,
    ...result.findings.map((finding) => `  ${findingLine(finding)}`),
    ...output.map((line) => `  ${line}`),
    ...result.notes.map((note) => `  note: ${note}`),
  ];
}

/** The end of the run; its last line is what CI and people look for. */
export function sumLines(sum: Sum): string[] {
  const skipped =
    sum.skipped.length > 0 ? [`SKIPPED here, but an error in CI: ${sum.skipped.join(', ')}`] : [];
  return [...skipped, `${sum.passed} passed, ${sum.failed} failed`];
}
