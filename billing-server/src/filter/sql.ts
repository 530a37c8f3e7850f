/** From a filter expression to SQL. Names become our own expressions, values are always bound. */
import { invalid } from '../http/problem.ts';
import type { SqlValue } from '../store/store.ts';
import type { Comparison, Expression } from './ast.ts';

/** What the values of a parameter are. */
export type ParameterType = 'text' | 'id' | 'instant' | 'integer' | 'boolean';

/** Where the values of a parameter are found. */
export interface ParameterColumn {
  readonly type: ParameterType;
  /** The SQL expression to compare. */
  readonly sql: string;
  /** For values in another table: puts the comparison into a subquery; `%` stands for it. */
  readonly within?: string;
  /** Brings a caller's spelling to that of the column. */
  readonly normalise?: (value: string) => string;
}

/** What of an endpoint may be queried. */
export type Parameters = Readonly<Record<string, ParameterColumn>>;

/** SQL with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface FilterSettings {
  /** Reads a date as the API takes it. */
  readonly parseInstant: (text: string) => string | undefined;
}

const OPERATORS: Readonly<Record<Comparison, string>> = {
  EQ: '=',
  NEQ: '<>',
  LT: '<',
  LTE: '<=',
  GT: '>',
  GTE: '>=',
  LIKE: 'LIKE',
};

const WHOLE = /^-?\d{1,15}$/;

/** The bound value. @throws Problem 422 where it is none of the parameter's type. */
function valueOf(name: string, column: ParameterColumn, text: string, settings: FilterSettings): SqlValue {
  switch (column.type) {
    case 'id':
    case 'integer':
      if (WHOLE.test(text)) return Number(text);
      throw invalid(`${name} must be ${column.type === 'id' ? 'an id, which is digits' : 'a whole number'}.`);
    case 'instant': {
      const instant = settings.parseInstant(text);
      if (instant !== undefined) return instant;
      throw invalid(`${name} must be a date and time with a zone, as in 2025-03-01T00:00:00.000Z.`);
    }
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true' ? 1 : 0;
      throw invalid(`${name} must be true or false.`);
    case 'text':
      return column.normalise ? column.normalise(text) : text;
  }
}

const wrapped = ({ within }: ParameterColumn, sql: string): string =>
  within === undefined ? sql : within.replace('%', () => sql);

/** Translates expressions for one endpoint. */
export class SqlFilter {
  readonly #parameters: Parameters;
  readonly #settings: FilterSettings;

  constructor(parameters: Parameters, settings: FilterSettings) {
    this.#parameters = parameters;
    this.#settings = settings;
  }

  /** @throws Problem 422 naming the parameter that the endpoint does not have. */
  column(name: string): ParameterColumn {
    const column = Object.hasOwn(this.#parameters, name) ? this.#parameters[name] : undefined;
    if (column) return column;
    throw invalid(`${name} is not a parameter of this endpoint.`);
  }

  compare(name: string, operator: Comparison, text: string): Condition {
    const column = this.column(name);
    if (operator === 'LIKE' && column.type !== 'text')
      throw invalid(`filter: ${name} is no text, so LIKE can't be used.`);
    const value = valueOf(name, column, text, this.#settings);
    return { sql: wrapped(column, `${column.sql} ${OPERATORS[operator]} ?`), values: [value] };
  }

  condition(expression: Expression): Condition {
    switch (expression.kind) {
      case 'and':
      case 'or': {
        const left = this.condition(expression.left);
        const right = this.condition(expression.right);
        const word = expression.kind === 'and' ? 'AND' : 'OR';
        return { sql: `(${left.sql} ${word} ${right.sql})`, values: [...left.values, ...right.values] };
      }
      case 'not': {
        const operand = this.condition(expression.operand);
        return { sql: `NOT (${operand.sql})`, values: operand.values };
      }
      case 'compare':
        return this.compare(expression.name, expression.operator, expression.value);
      case 'in':
        return this.#oneOf(expression.name, expression.values);
      case 'null':
        return this.#nullTest(expression.name, expression.negated);
    }
  }

  #oneOf(name: string, texts: readonly string[]): Condition {
    const column = this.column(name);
    const values = texts.map((text) => valueOf(name, column, text, this.#settings));
    return { sql: wrapped(column, `${column.sql} IN (${values.map(() => '?').join(', ')})`), values };
  }

  /** A parameter whose values are in another table is null where that table holds none. */
  #nullTest(name: string, negated: boolean): Condition {
    const column = this.column(name);
    if (column.within === undefined)
      return { sql: `${column.sql} IS ${negated ? 'NOT ' : ''}NULL`, values: [] };
    const some = wrapped(column, `${column.sql} IS NOT NULL`);
    return { sql: negated ? some : `NOT (${some})`, values: [] };
  }
}
