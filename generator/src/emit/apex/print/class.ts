/** Apex classes from their parts. Each printer gives lines without line ends; `classText` puts them together. */
import type { Expression } from './expression.ts';
import { layOut } from './expression.ts';
import { apexDoc, printWidth } from './text.ts';

/** A member of a class: its lines, indented. */
export type Member = readonly string[];

/** A statement of a method body. */
export interface Statement {
  /** What stands before the expression: `return `, `String name = `, nothing. */
  readonly start: string;
  readonly expression: Expression;
  /** A line of its own above the statement. */
  readonly comment?: string;
  /** An empty line above the statement. */
  readonly apart?: boolean;
}

export const run = (expression: Expression): Statement => ({ start: '', expression });
export const give = (expression: Expression): Statement => ({ start: 'return ', expression });
export const assign = (target: string, expression: Expression): Statement => ({
  start: `${target} = `,
  expression,
});
export const declare = (type: string, name: string, expression: Expression): Statement =>
  assign(`${type} ${name}`, expression);
/** The same statement, parted from what is above it. */
export const apart = (statement: Statement): Statement => ({ ...statement, apart: true });

function statementText({ start, expression, comment, apart: isApart }: Statement, indent: number): string {
  const margin = ' '.repeat(indent);
  const above = `${isApart ? '\n' : ''}${comment === undefined ? '' : `${margin}// ${comment}\n`}`;
  return `${above}${margin}${start}${layOut(expression, indent, indent + start.length, 1)};`;
}

/** Statements as lines. */
export const body = (statements: readonly Statement[], indent: number): string[] =>
  statements.map((statement) => statementText(statement, indent));

export interface Parameter {
  readonly type: string;
  readonly name: string;
}

export interface Method {
  /** Paragraphs of its comment. */
  readonly doc: readonly string[];
  /** `@IsTest` and the like, each on a line. */
  readonly annotations?: readonly string[];
  /** `public static`, `protected override`. */
  readonly modifiers: string;
  /** Absent for a constructor. */
  readonly returns?: string;
  readonly name: string;
  readonly parameters?: readonly Parameter[];
  readonly statements: readonly Statement[];
}

/** A method or constructor. The parameters are broken where its head does not fit. */
export function method(parts: Method): Member {
  const { doc, annotations = [], modifiers, returns, name, parameters = [], statements } = parts;
  const words = [modifiers, returns, name].filter((word) => word !== undefined && word !== '');
  const texts = parameters.map((parameter) => `${parameter.type} ${parameter.name}`);
  const head = `  ${words.join(' ')}(${texts.join(', ')}) {`;
  const heads =
    head.length <= printWidth || texts.length === 0
      ? [head]
      : [
          `  ${words.join(' ')}(`,
          ...texts.map((text, index) => `    ${text}${index < texts.length - 1 ? ',' : ''}`),
          '  ) {',
        ];
  const notes = annotations.map((annotation) => `  ${annotation}`);
  return [...apexDoc(doc, 2), ...notes, ...heads, ...body(statements, 4), '  }'];
}

/** A property that reads, and writes if there is a setter, by one statement each. */
export function property(
  doc: readonly string[],
  type: string,
  name: string,
  getter: Statement,
  setter: Statement | undefined,
): Member {
  const set = setter === undefined ? [] : ['    set {', ...body([setter], 6), '    }'];
  return [
    ...apexDoc(doc, 2),
    `  public ${type} ${name} {`,
    '    get {',
    ...body([getter], 6),
    '    }',
    ...set,
    '  }',
  ];
}

export interface ClassParts {
  readonly doc: readonly string[];
  readonly annotations?: readonly string[];
  /** All of the head before the brace. */
  readonly head: string;
  readonly members: readonly Member[];
}

/** The text of a class file. */
export function classText({ doc, annotations = [], head, members }: ClassParts): string {
  const bodies = members.map((member) => member.join('\n')).join('\n\n');
  return [...apexDoc(doc, 0), ...annotations, `${head} {`, bodies, '}', ''].join('\n');
}
