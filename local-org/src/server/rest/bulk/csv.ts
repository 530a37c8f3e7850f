import { csvText, parseCsv } from '../../../library/text/csv.ts';
import { badRequest } from '../errors.ts';

const DELIMITERS: Readonly<Record<string, string>> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};

/** How a job writes its rows, in the words of the API. */
export interface CsvForm {
  readonly columnDelimiter: string;
  readonly lineEnding: string;
}

/** The form that a new job asks for. Throws `HttpError` for a word that the API does not know. */
export function csvForm(columnDelimiter: unknown, lineEnding: unknown): CsvForm {
  const form = {
    columnDelimiter: String(columnDelimiter ?? 'COMMA'),
    lineEnding: String(lineEnding ?? 'LF'),
  };
  if (!(form.columnDelimiter in DELIMITERS) || !/^(LF|CRLF)$/.test(form.lineEnding))
    throw badRequest('INVALIDJOB', `Unknown columnDelimiter or lineEnding: ${JSON.stringify(form)}`);
  return form;
}

export function readCsv(text: string, { columnDelimiter }: CsvForm): string[][] {
  const withoutMark = text.replace(/^\uFEFF/, '');
  const rows = parseCsv(withoutMark, DELIMITERS[columnDelimiter] ?? ',');
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

export function writeCsv(
  rows: readonly (readonly string[])[],
  { columnDelimiter, lineEnding }: CsvForm,
): string {
  return csvText(rows, DELIMITERS[columnDelimiter] ?? ',', lineEnding === 'CRLF' ? '\r\n' : '\n');
}
