import type { RecordRights } from '../data/access.ts';
import { literal, storedForm, type Stored, type StoredForm } from '../data/columns.ts';
import { dateOfText, fromStored, tidied } from '../data/encode.ts';
import { foldedSql, sortKeySql } from '../data/text-compare.ts';
import type { Value } from '../library/library.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { FieldPath, SoqlFunction } from '../syntax/soql.ts';
import { Decimal } from '../values/decimal.ts';
import { datePart, localTime } from './date-parts.ts';
import { distanceValue } from './distance.ts';
import { raw, sql, type Fragment } from './fragment.ts';
import { formatReader } from './format-value.ts';
import { fieldOf, isAggregate, isCountOfRows, isGrouping, textOfCall } from './functions.ts';
import { isProblem, keyOfPath, resolveField, type QueryScope, type ResolvedField } from './scope.ts';
import type { Sources } from './sources.ts';

/** What is known of the value of a bind when the statement is compiled. */
export type BindShape =
  /** Null or the empty text. */
  | 'null'
  | 'value'
  | 'list'
  /** A list, and one of its elements is null or the empty text. */
  | 'listWithNull';

/** How texts of binds are compared with columns; see `data/text-compare.ts`. */
export type TextMode =
  /** All are ASCII. */
  | 'plain'
  /** Some are not; they are looked up in every spelling. */
  | 'spelled'
  /** Some have too many spellings for that. */
  | 'folded';

/** What the compilation of one statement shares. */
export interface StatementContext {
  readonly schema: OrgSchema;
  readonly scope: QueryScope;
  readonly sources: Sources;
  readonly shapes: readonly BindShape[];
  readonly includesDeleted: boolean;
  /** Which rows the user sees; null: every one. */
  readonly records: RecordRights | null;
  /** How texts of binds are compared. */
  readonly texts: TextMode;
  /** Every object that the statement reads. */
  readonly tables: Set<ObjectModel>;
  /** The groups that rows of a subtotal have no value of, as `keyOfPath` and `textOfCall` write them; else null. */
  readonly subtotalOver: ReadonlySet<string> | null;
}

/** An SQL expression and what it gives. */
export interface Expression {
  readonly sql: Fragment;
  readonly form: StoredForm;
  /** Of a plain field and of MIN and MAX; null for a function. */
  readonly field: FieldModel | null;
  /** It is read from a parent, which may be missing. */
  readonly isFromParent: boolean;
  /** The Apex value of what the expression gave. */
  readonly read: Reader;
}

export type Reader = (stored: Stored) => Value;

/** The field that a checked path names. Throws when it names none: the check lets no such path through. */
export function resolved(path: FieldPath, scope: QueryScope): ResolvedField {
  const found = resolveField(scope, path);
  if (isProblem(found)) throw new Error(found.message);
  return found;
}

export function fieldValue(path: FieldPath, context: StatementContext): Expression {
  const found = resolved(path, context.scope);
  return {
    sql: raw(context.sources.expression(found)),
    form: storedForm(found.field),
    field: found.field,
    isFromParent: found.hops.length > 0,
    read: fieldReader(found.field),
  };
}

export function fieldReader(field: FieldModel): Reader {
  return (stored) => fromStored(field, stored);
}

/** As `fieldValue`, but a field of GROUP BY is empty in the rows of a subtotal over it. */
export function groupedValue(path: FieldPath, context: StatementContext): Expression {
  const value = fieldValue(path, context);
  if (!context.subtotalOver) return value;
  return isTotalled(keyOfPath(path, context), context) ? { ...value, sql: raw('NULL') } : value;
}

function isTotalled(key: string, { subtotalOver }: StatementContext): boolean {
  return subtotalOver?.has(key) ?? false;
}

/** An aggregate, a date function, GROUPING, DISTANCE, `toLabel`, or FORMAT of one of these. */
export function callValue(call: SoqlFunction, context: StatementContext): Expression {
  if (isAggregate(call)) return aggregateValue(call, context);
  if (call.name === 'FORMAT') return formattedValue(call, context);
  if (call.name === 'TOLABEL') return labelValue(call, context);
  if (call.name === 'DISTANCE') return distanceValue(call, context);
  if (isGrouping(call)) {
    const field = fieldOf(call);
    return wholeNumber(raw(field && isTotalled(keyOfPath(field, context), context) ? '1' : '0'));
  }
  const value = dateValue(call, context);
  return isTotalled(textOfCall(call), context) ? { ...value, sql: raw('NULL') } : value;
}

function formattedValue(call: SoqlFunction, context: StatementContext): Expression {
  const [argument] = call.arguments;
  if (argument?.kind !== 'field' && argument?.kind !== 'function') throw new Error('FORMAT has no value.');
  const value =
    argument.kind === 'field' ? groupedValue(argument.field, context) : callValue(argument.call, context);
  return { ...value, read: formatReader(value) };
}

/** What the user reads for a picklist's value. */
function labelValue(call: SoqlFunction, context: StatementContext): Expression {
  const value = fieldValue(fieldOf(call)!, context);
  const cases = (value.field?.picklist?.values ?? [])
    .filter((each) => each.label !== each.value)
    .map((each) => `WHEN ${literal(each.value)} THEN ${literal(each.label)}`);
  if (cases.length === 0) return value;
  return { ...value, sql: sql`(CASE ${value.sql} ${cases.join(' ')} ELSE ${value.sql} END COLLATE NOCASE)` };
}

function dateValue(call: SoqlFunction, context: StatementContext): Expression {
  const [argument] = call.arguments;
  if (argument?.kind === 'field') {
    const value = fieldValue(argument.field, context);
    return partValue(call.name, datePart(call.name, value.sql, value.form));
  }
  const inner = argument?.kind === 'function' ? argument.call.arguments[0] : undefined;
  if (inner?.kind !== 'field') throw new Error(`${call.name} has no field.`);
  return partValue(
    call.name,
    datePart(call.name, localTime(fieldValue(inner.field, context).sql), 'datetime'),
  );
}

function partValue(name: string, part: Fragment): Expression {
  if (name !== 'DAY_ONLY') return wholeNumber(part);
  const read: Reader = (stored) => (stored === null ? null : dateOfText(String(stored)));
  return { sql: part, form: 'date', field: null, isFromParent: false, read };
}

function wholeNumber(value: Fragment): Expression {
  return { sql: value, form: 'integer', field: null, isFromParent: false, read: (stored) => stored };
}

function aggregateValue(call: SoqlFunction, context: StatementContext): Expression {
  if (isCountOfRows(call)) return wholeNumber(raw('COUNT(*)'));
  const [argument] = call.arguments;
  if (argument?.kind !== 'field') throw new Error(`${call.name} has no field.`);
  const value = fieldValue(argument.field, context);
  switch (call.name) {
    case 'COUNT':
      return wholeNumber(sql`COUNT(${value.sql})`);
    case 'COUNT_DISTINCT':
      return wholeNumber(sql`COUNT(DISTINCT ${groupSql(value)})`);
    case 'SUM':
      return {
        ...value,
        sql: sql`SUM(${value.sql})`,
        isFromParent: false,
        read: (stored) => value.read(tidied(stored)),
      };
    case 'AVG': {
      const read: Reader = (stored) => (stored === null ? null : Decimal.of(stored as number));
      return { sql: sql`AVG(${value.sql})`, form: 'number', field: null, isFromParent: false, read };
    }
    default:
      return { ...value, sql: sql`${call.name}(${value.sql})`, isFromParent: false };
  }
}

/** Is it a text that compares without regard to case? */
export function isFolded({ form, field }: Pick<Expression, 'form' | 'field'>): boolean {
  return form === 'text' && field?.isCaseSensitive !== true;
}

/** By what rows are grouped: texts that differ in case alone are one group. */
export function groupSql(value: Expression): Fragment {
  return isFolded(value) ? raw(foldedSql(value.sql.text)) : value.sql;
}

/** By what rows are sorted, and compared with `<` and `>`. */
export function sortSql(value: Expression): Fragment {
  return isFolded(value) ? raw(sortKeySql(value.sql.text)) : value.sql;
}
