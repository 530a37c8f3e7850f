import type { FieldModel, ObjectModel, SummaryModel } from '../../schema/model.ts';
import { fieldExpression, quoted, storedForm } from '../columns.ts';
import type { Stored } from '../columns.ts';
import type { SaveError } from '../data.ts';
import { tidied } from '../encode.ts';
import type { StoredRow } from '../store.ts';
import type { DmlContext } from './context.ts';
import { saveRolledUp, type RolledUp } from './roll-up.ts';
import { portions } from './trigger-rounds.ts';

interface Summary {
  readonly parent: ObjectModel;
  readonly field: FieldModel;
  readonly model: SummaryModel;
}

/** The platform's own roll-ups, by the children's object. */
const STANDARD: Readonly<
  Record<
    string,
    readonly (readonly [parent: string, field: string, foreignKey: string, summed: string | null])[]
  >
> = {
  OrderItem: [['Order', 'TotalAmount', 'OrderId', 'TotalPrice']],
  OpportunityLineItem: [
    ['Opportunity', 'Amount', 'OpportunityId', 'TotalPrice'],
    ['Opportunity', 'TotalOpportunityQuantity', 'OpportunityId', 'Quantity'],
  ],
  QuoteLineItem: [
    ['Quote', 'Subtotal', 'QuoteId', 'Subtotal'],
    ['Quote', 'TotalPrice', 'QuoteId', 'TotalPrice'],
    ['Quote', 'LineItemCount', 'QuoteId', null],
  ],
};

/**
 * Brings the roll-ups of the parents of changed children up to date, and those of the parents' parents. Gives the errors
 * of parents that can't be saved so.
 */
export function refreshSummaries(
  object: ObjectModel,
  changed: readonly (StoredRow | null)[],
  context: DmlContext,
): SaveError[] {
  const summaries = summariesOver(object, context);
  if (summaries.length === 0) return [];
  const touched = new Map<ObjectModel, Map<string, StoredRow>>();
  for (const { parent, model } of summaries) {
    const rows = touched.get(parent) ?? new Map<string, StoredRow>();
    touched.set(parent, rows);
    for (const child of changed) {
      const id = child?.get(model.foreignKey.toLowerCase());
      const row = typeof id === 'string' ? context.store.row(parent, id) : null;
      if (typeof id === 'string' && row) rows.set(id, row);
    }
  }
  for (const [parent, rows] of touched) {
    const own = summaries.filter((summary) => summary.parent === parent);
    const updated = [...rows].flatMap(([id, row]) => refreshed(id, row, own, object, context) ?? []);
    for (const portion of portions(parent, updated, context)) {
      const errors = saveRolledUp(parent, portion, context);
      if (errors.length > 0) return errors;
    }
    if (updated.length === 0) continue;
    const above = refreshSummaries(
      parent,
      updated.map(({ old }) => old),
      context,
    );
    if (above.length > 0) return above;
  }
  return [];
}

function summariesOver(child: ObjectModel, { schema }: DmlContext): Summary[] {
  const found: Summary[] = [];
  for (const [parentName, fieldName, foreignKey, summed] of STANDARD[child.name] ?? []) {
    const parent = schema.object(parentName);
    const field = parent?.fields.get(fieldName.toLowerCase());
    const model: SummaryModel = {
      operation: summed ? 'sum' : 'count',
      childObject: child.name,
      foreignKey,
      field: summed,
      filters: [],
    };
    if (parent && field) found.push({ parent, field, model });
  }
  for (const reference of child.fields.values()) {
    if (!reference.reference?.isMasterDetail) continue;
    const parent = schema.object(reference.reference.to[0] ?? '');
    for (const field of parent?.fields.values() ?? []) {
      const model = field.summary;
      if (parent && model?.childObject === child.name && model.foreignKey === reference.name)
        found.push({ parent, field, model });
    }
  }
  return found;
}

/** Null when nothing changes. */
function refreshed(
  id: string,
  row: StoredRow,
  summaries: readonly Summary[],
  child: ObjectModel,
  context: DmlContext,
): RolledUp | null {
  const values: StoredRow = new Map();
  for (const { field, model } of summaries) {
    const key = field.name.toLowerCase();
    const value = total(child, model, id, context);
    if ((row.get(key) ?? null) !== value) values.set(key, value);
  }
  return values.size === 0 ? null : { id, old: row, values };
}

function total(child: ObjectModel, model: SummaryModel, id: string, { store }: DmlContext): Stored {
  const field = model.field ? child.fields.get(model.field.toLowerCase()) : null;
  const expression = field ? fieldExpression('c', child, field) : '*';
  const conditions = [`c.${quoted(model.foreignKey)} = ?`, 'c."IsDeleted" = 0'];
  const values: Stored[] = [id];
  for (const filter of model.filters) conditions.push(filterCondition(child, filter, values));
  const sql = `SELECT ${model.operation}(${expression}) AS total FROM ${store.table(child)} c WHERE ${conditions.join(' AND ')}`;
  const result = store.get(sql, ...values)?.total ?? null;
  if (model.operation === 'count' || model.operation === 'sum') return tidied(result ?? 0);
  return tidied(result);
}

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'IN',
  notEqual: 'NOT IN',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

function filterCondition(
  child: ObjectModel,
  filter: SummaryModel['filters'][number],
  values: Stored[],
): string {
  const field = child.fields.get(filter.field.toLowerCase());
  if (!field) throw new Error(`${child.name} has no field ${filter.field}, which a roll-up filters by.`);
  const expression = fieldExpression('c', child, field);
  const operator = OPERATORS[filter.operation];
  if (operator === 'IN' || operator === 'NOT IN') {
    const choices = filter.value.split(',').map((text) => filterValue(field, text.trim()));
    values.push(...choices.filter((choice) => choice !== null));
    const list = `${expression} ${operator} (${choices
      .filter((choice) => choice !== null)
      .map(() => '?')
      .join(', ')})`;
    if (choices.includes(null))
      return operator === 'IN'
        ? `(${expression} IS NULL OR ${list})`
        : `(${expression} IS NOT NULL AND ${list})`;
    return operator === 'IN' ? list : `(${expression} IS NULL OR ${list})`;
  }
  if (operator) {
    values.push(filterValue(field, filter.value));
    return `${expression} ${operator} ?`;
  }
  const pattern = { contains: '%?%', notContain: '%?%', startsWith: '?%' }[filter.operation];
  if (!pattern) throw new Error(`The roll-up filter "${filter.operation}" is not supported yet.`);
  values.push(pattern.replace('?', () => filter.value.replace(/[\\%_]/g, (mark) => `\\${mark}`)));
  return `${expression} ${filter.operation === 'notContain' ? 'NOT LIKE' : 'LIKE'} ? ESCAPE '\\'`;
}

function filterValue(field: FieldModel, text: string): Stored {
  const form = storedForm(field);
  if (form === 'boolean') return /^(?:true|1)$/i.test(text) ? 1 : 0;
  if (text === '') return null;
  if (form === 'number' || form === 'integer') return Number(text.replaceAll(',', ''));
  if (form === 'datetime') return Date.parse(text);
  return text;
}
