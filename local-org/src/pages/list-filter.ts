import { Unsupported } from '../runtime/faults.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import { lookupTarget } from './lookup-target.ts';
import type { ListFilter, ListView } from './list-views.ts';

/** The WHERE condition of a list view; null when everything is shown. Throws for an operation that SOQL can't do. */
export function conditionOf(
  view: ListView,
  object: ObjectModel,
  schema: OrgSchema,
  userId: string,
): string | null {
  const conditions = view.filters.map((filter) => filterCondition(filter, object, schema));
  const combined = conditions.length ? combine(conditions, view.logic) : null;
  const mine = view.scope === 'mine' ? `OwnerId = '${userId}'` : null;
  return [mine, combined && mine ? `(${combined})` : combined].filter(Boolean).join(' AND ') || null;
}

function combine(conditions: readonly string[], logic: string | null): string {
  if (logic === null) return conditions.join(' AND ');
  return logic.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? 'Id = null');
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

function filterCondition(filter: ListFilter, object: ObjectModel, schema: OrgSchema): string {
  const { field, operation } = filter;
  const model = fieldAt(field, object, schema);
  const values = valuesOf(filter, model);
  const one = values[0] ?? 'null';
  const comparison = COMPARISONS[operation];
  if (comparison) return `${field} ${comparison} ${one}`;
  switch (operation) {
    case 'equals':
      return values.length > 1 ? `${field} IN (${values.join(', ')})` : `${field} = ${one}`;
    case 'notEqual':
      return values.length > 1 ? `${field} NOT IN (${values.join(', ')})` : `${field} != ${one}`;
    case 'contains':
      return any(values, (value) => `${field} LIKE ${pattern(value, '%', '%')}`);
    case 'notContain':
      return `(NOT ${any(values, (value) => `${field} LIKE ${pattern(value, '%', '%')}`)})`;
    case 'startsWith':
      return any(values, (value) => `${field} LIKE ${pattern(value, '', '%')}`);
    case 'includes':
    case 'excludes':
      return `${field} ${operation.toUpperCase()} (${values.join(', ')})`;
    default:
      throw new Unsupported(`the filter operation "${operation}" of a list view`);
  }
}

function any(values: readonly string[], condition: (value: string) => string): string {
  const conditions = values.map(condition);
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`;
}

function pattern(literal: string, before: string, after: string): string {
  return literal.replace(/^'/, `'${before}`).replace(/'$/, `${after}'`);
}

/** SOQL literals; several are separated by commas, a text with a comma stands in double quotes. */
function valuesOf({ value }: ListFilter, field: FieldModel | null): string[] {
  if (value === '') return ['null'];
  const parts = value.match(/"[^"]*"|[^,]+/g) ?? [];
  return parts.map((part) => literalOf(part.trim().replace(/^"(.*)"$/, '$1'), field));
}

const TEXTS = new Set([
  'STRING',
  'TEXTAREA',
  'EMAIL',
  'PHONE',
  'URL',
  'PICKLIST',
  'MULTIPICKLIST',
  'COMBOBOX',
  'ID',
  'REFERENCE',
]);

function literalOf(text: string, field: FieldModel | null): string {
  const type = field?.type ?? 'STRING';
  if (type === 'BOOLEAN') return String(text === '1' || text.toLowerCase() === 'true');
  if (TEXTS.has(type)) return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (type === 'DATE' || type === 'DATETIME') return dateLiteral(text, type);
  return text;
}

/** `LAST_N_DAYS:30` and `TODAY` stay as they are; `1/31/2026` becomes `2026-01-31`. */
function dateLiteral(text: string, type: 'DATE' | 'DATETIME'): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  if (!year) return text;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return type === 'DATE' ? date : `${date}T00:00:00Z`;
}

function fieldAt(path: string, object: ObjectModel, schema: OrgSchema): FieldModel | null {
  const parts = path.split('.');
  let at: ObjectModel | null = object;
  for (const part of parts.slice(0, -1)) {
    const lookup: FieldModel | undefined = at?.parentRelationships.get(part.toLowerCase());
    at = lookup ? lookupTarget(schema, lookup) : null;
  }
  return at?.fields.get((parts.at(-1) ?? '').toLowerCase()) ?? null;
}
