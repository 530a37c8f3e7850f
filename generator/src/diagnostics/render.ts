/** Diagnostics for people: the place, the line with the text underlined, the reason and the way out. */
import pc from 'picocolors';
import type { Diagnostic } from '../model/diagnostics.ts';
import type { Source } from '../model/model.ts';
import { textWidth } from '../text/width.ts';
import { inOrder } from './order.ts';

/** The text of a file of the repository; undefined where it can't be read. */
export type ReadText = (file: string) => string | undefined;

type Colours = ReturnType<typeof pc.createColors>;

const maxLine = 160;

/** Columns count UTF-16 units, as editors do; a caret has to stand below what a terminal shows. */
function carets(line: string, { column, length }: Source): string {
  const before = line.slice(0, column - 1);
  const marked = line.slice(column - 1, column - 1 + length);
  const indent = before.replaceAll(/[^\t]+/g, (text) => ' '.repeat(textWidth(text)));
  return indent + '^'.repeat(Math.max(1, textWidth(marked)));
}

/** The source line and carets below it; nothing where the file or the line is gone or too long to help. */
function excerpt(source: Source, read: ReadText, colours: Colours): string[] {
  const line = read(source.file)?.split(/\r?\n/)[source.line - 1];
  if (line === undefined || line.trim() === '' || line.length > maxLine) return [];
  const number = String(source.line);
  const margin = ' '.repeat(number.length);
  return [
    `  ${colours.dim(`${number} |`)} ${line}`,
    `  ${colours.dim(`${margin} |`)} ${colours.red(carets(line, source))}`,
  ];
}

function render(diagnostic: Diagnostic, read: ReadText, colours: Colours): string {
  const { code, source, what, why, fix } = diagnostic;
  const place = `${source.file}:${source.line}:${source.column}`;
  return [
    `${colours.cyan(place)}  ${colours.red(code)}  ${colours.bold(what)}`,
    ...excerpt(source, read, colours),
    `  ${colours.dim('why')}  ${why}`,
    `  ${colours.dim('fix')}  ${fix}`,
    '',
  ].join('\n');
}

/** All diagnostics, sorted by place, each with an empty line after it. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  read: ReadText,
  colour: boolean,
): string {
  const colours = pc.createColors(colour);
  return inOrder(diagnostics)
    .map((diagnostic) => `${render(diagnostic, read, colours)}\n`)
    .join('');
}
