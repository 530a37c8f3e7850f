/** Rows of comma-separated values. Quotes double inside of quotes; lines end in LF or CRLF. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const mark = `\\u{${delimiter.codePointAt(0)?.toString(16)}}`;
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${mark}\\r\\n]*)(${mark}|\\r?\\n|$)`, 'uy');
  for (let match = cell.exec(text); match && match.index < text.length; match = cell.exec(text)) {
    const [, raw = '', end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === delimiter) continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
}

/** The same the other way round: every cell in quotes. */
export function csvText(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('');
}
