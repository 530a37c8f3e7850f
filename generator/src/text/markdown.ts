/** Markdown in Prettier's layout. */
import { textWidth } from './width.ts';

/** Text in a code span; the fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Code spans, parted by commas. */
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ');

/** Some text of people on one line of a table. A pipe would end the cell, even inside a code span. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}

const pad = (text: string, width: number): string => text + ' '.repeat(width - textWidth(text));

/** A table whose columns are as wide as their widest cell. Without rows there is no table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((row) => textWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => pad(row[i] ?? '', width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [line(first), rule, ...rest.map(line)].join('\n');
}

/** A list; each item one line. */
export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item.replaceAll(/\s+/g, ' ').trim()}`).join('\n');

/** Blocks with an empty line between them; empty ones are left out. */
export function markdown(...blocks: readonly string[]): string {
  return `${blocks
    .filter((block) => block !== '')
    .map((block) => block.trim())
    .join('\n\n')}\n`;
}

/** A heading with its blocks; nothing at all where every block is empty. */
export function section(heading: string, ...blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? '' : [heading, ...filled].join('\n\n');
}

/** The anchor that a heading gets: GitHub's rule for headings of letters, digits, dots and blanks. */
export const anchor = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')}`;
