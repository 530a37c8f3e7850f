/** Text that is no query. `line` and `column` count from 1. */
export class SoqlSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'SoqlSyntaxError';
    this.line = line;
    this.column = column;
  }
}
