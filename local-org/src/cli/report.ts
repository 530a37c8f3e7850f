import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { percentage, uncoveredLines, type FileCoverage, type TestResult } from '../testing/results.ts';

/** Below this a class is red: the platform refuses to deploy or package with less altogether. */
const ENOUGH = 75;

/** One line for a test that passed; message, source line and stack for one that failed. */
export function formatResult(result: TestResult, project: string): string {
  const name = `${result.className}.${result.method}`;
  const time = `${result.time.toFixed(0)} ms`;
  if (result.passed) return `${styleText('green', 'pass')} ${name} ${styleText('dim', time)}`;
  const lines = [
    `${styleText('red', 'FAIL')} ${name} ${styleText('dim', time)}`,
    indent(result.message ?? ''),
  ];
  if (result.place)
    lines.push(indent(`${result.place.file}:${result.place.line}: ${sourceLine(project, result.place)}`));
  if (result.stack) lines.push(indent(styleText('dim', result.stack)));
  return lines.join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '     ');
}

function sourceLine(project: string, place: { file: string; line: number }): string {
  const lines = readFileSync(join(project, place.file), 'utf8').split('\n');
  return (lines[place.line - 1] ?? '').trim();
}

/** One line per class, the least covered first, and the whole. */
export function formatCoverage(coverage: readonly FileCoverage[]): string {
  const rows = coverage
    .map((each) => ({ each, percent: percentage(each) }))
    .sort(
      (one, other) => one.percent - other.percent || (one.each.className < other.each.className ? -1 : 1),
    );
  const lines = rows.map(({ each, percent }) => {
    const missing = uncoveredLines(each);
    const text = `${percent.toFixed(0).padStart(3)} %  ${each.className}${missing.length ? `  lines ${ranges(missing)}` : ''}`;
    return percent < ENOUGH ? styleText('red', text) : text;
  });
  return [...lines, `${wholePercentage(coverage).toFixed(1)} % of all lines`].join('\n');
}

function wholePercentage(coverage: readonly FileCoverage[]): number {
  const counts = coverage.flatMap((each) => [...each.lines.values()]);
  return counts.length ? (counts.filter((count) => count > 0).length / counts.length) * 100 : 100;
}

/** `3-5, 9` of numbers in order. */
function ranges(sorted: readonly number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const number of sorted) {
    const last = parts.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else parts.push({ from: number, to: number });
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
