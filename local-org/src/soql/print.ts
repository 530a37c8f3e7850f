import type {
  FieldPath,
  GroupBy,
  OrderItem,
  SelectItem,
  SoqlComparison,
  SoqlCondition,
  SoqlFunction,
  SoqlQuery,
  SoqlValue,
  TypeOf,
} from '../syntax/soql.ts';
import type { Expression } from '../syntax/ast.ts';

/** A query as text for people: one line, binds by name. */
export function printQuery(query: SoqlQuery): string {
  const from = query.from.map(({ path }) => path.map(({ text }) => text).join('.')).join(', ');
  return [
    `SELECT ${query.select.map(selectItem).join(', ')}`,
    `FROM ${from}`,
    query.scope && `USING SCOPE ${query.scope}`,
    query.where && `WHERE ${condition(query.where, false)}`,
    query.access && ACCESS[query.access],
    query.groupBy && groupBy(query.groupBy),
    query.having && `HAVING ${condition(query.having, false)}`,
    query.orderBy.length > 0 && `ORDER BY ${query.orderBy.map(orderItem).join(', ')}`,
    query.limit && `LIMIT ${value(query.limit)}`,
    query.offset && `OFFSET ${value(query.offset)}`,
    query.allRows && 'ALL ROWS',
    ...query.forClauses.map((clause) => `FOR ${clause.toUpperCase()}`),
  ]
    .filter(Boolean)
    .join(' ');
}

const ACCESS = {
  user: 'WITH USER_MODE',
  system: 'WITH SYSTEM_MODE',
  securityEnforced: 'WITH SECURITY_ENFORCED',
} as const;

function selectItem(item: SelectItem): string {
  switch (item.kind) {
    case 'field':
      return path(item.field);
    case 'function':
      return call(item.call) + (item.alias ? ` ${item.alias.text}` : '');
    case 'subquery':
      return `(${printQuery(item.query)})`;
    case 'typeof':
      return typeOf(item.typeOf);
  }
}

function typeOf({ field, cases, otherwise }: TypeOf): string {
  const fields = (all: readonly FieldPath[]): string => all.map(path).join(', ');
  const whens = cases.map((each) => `WHEN ${each.object.text} THEN ${fields(each.fields)}`);
  const rest = otherwise ? [`ELSE ${fields(otherwise)}`] : [];
  return ['TYPEOF', path(field), ...whens, ...rest, 'END'].join(' ');
}

function path(field: FieldPath): string {
  return field.parts.map(({ text }) => text).join('.');
}

function call({ name, arguments: given }: SoqlFunction): string {
  const parts = given.map((argument) =>
    argument.kind === 'value' ? value(argument.value) : fieldOrCall(argument),
  );
  return `${name}(${parts.join(', ')})`;
}

type FieldOrCall = SoqlComparison['left'];

function fieldOrCall(item: FieldOrCall): string {
  return item.kind === 'field' ? path(item.field) : call(item.call);
}

function groupBy({ kind, items }: GroupBy): string {
  const list = items.map(fieldOrCall).join(', ');
  return kind === 'plain' ? `GROUP BY ${list}` : `GROUP BY ${kind.toUpperCase()}(${list})`;
}

function orderItem({ by, descending, nulls }: OrderItem): string {
  return `${fieldOrCall(by)}${descending ? ' DESC' : ''}${nulls ? ` NULLS ${nulls.toUpperCase()}` : ''}`;
}

function condition(node: SoqlCondition, isInside: boolean): string {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const text = node.conditions.map((each) => condition(each, true)).join(` ${node.kind.toUpperCase()} `);
      return isInside ? `(${text})` : text;
    }
    case 'not':
      return `(NOT ${condition(node.condition, true)})`;
    case 'comparison':
      return `${fieldOrCall(node.left)} ${OPERATORS[node.operator] ?? node.operator} ${value(node.right)}`;
  }
}

const OPERATORS: Readonly<Record<string, string>> = {
  like: 'LIKE',
  in: 'IN',
  notIn: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};

function value(node: SoqlValue): string {
  switch (node.kind) {
    case 'null':
      return 'null';
    case 'string':
      return `'${node.value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    case 'dateLiteral':
      return node.count === null ? node.name : `${node.name}:${node.count}`;
    case 'currency':
      return node.code + node.value;
    case 'list':
      return `(${node.values.map(value).join(', ')})`;
    case 'bind':
      return `:${bindName(node.expression) ?? `value${node.index + 1}`}`;
    case 'subquery':
      return `(${printQuery(node.query)})`;
    default:
      return String(node.value);
  }
}

/** Compiled queries keep no expressions; their binds have numbers. */
function bindName(expression: Expression | undefined): string | undefined {
  if (!expression) return undefined;
  if (expression.kind === 'name') return expression.name.text;
  if (expression.kind === 'member') return `${bindName(expression.target)}.${expression.name.text}`;
  return expression.kind === 'this' ? 'this' : '(...)';
}
