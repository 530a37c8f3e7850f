/** What a filter means, said once more and in another way: three-valued logic over plain objects. */
import type { Expression } from '../../src/filter/ast.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** True, false, or unknown where a value is missing. */
type Truth = boolean | undefined;

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function and(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

const or = (one: Truth, other: Truth): Truth => not(and(not(one), not(other)));

function like(value: string, pattern: string): boolean {
  const source = [...pattern].map((sign) =>
    sign === '%' ? '.*' : sign === '_' ? '.' : sign.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`),
  );
  return new RegExp(`^${source.join('')}$`, 'su').test(value);
}

/** Texts by code points, as UTF-8 sorts them; numbers by size. */
function order(one: string | number, other: string | number): number {
  if (typeof one === 'number') return one - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(String(other)));
}

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  EQ: (sign) => sign === 0,
  NEQ: (sign) => sign !== 0,
  LT: (sign) => sign < 0,
  LTE: (sign) => sign <= 0,
  GT: (sign) => sign > 0,
  GTE: (sign) => sign >= 0,
};

function truthOf(expression: Expression, row: Row): Truth {
  switch (expression.kind) {
    case 'and':
      return and(truthOf(expression.left, row), truthOf(expression.right, row));
    case 'or':
      return or(truthOf(expression.left, row), truthOf(expression.right, row));
    case 'not':
      return not(truthOf(expression.operand, row));
    default: {
      const value = row[expression.name] ?? null;
      if (expression.kind === 'null') return (value === null) !== expression.negated;
      if (value === null) return undefined;
      const same = (text: string): boolean =>
        order(value, typeof value === 'number' ? Number(text) : text) === 0;
      if (expression.kind === 'in') return expression.values.some(same);
      if (expression.operator === 'LIKE') return like(String(value), expression.value);
      return COMPARE[expression.operator]?.(
        order(value, typeof value === 'number' ? Number(expression.value) : expression.value),
      );
    }
  }
}

/** Whether the row is in the answer: only what is certainly true is. */
export function matches(expression: Expression, row: Row): boolean {
  return truthOf(expression, row) === true;
}
