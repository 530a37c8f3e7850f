import type { FieldModel, SummaryModel } from '../../schema/model.ts';
import type { Stored } from '../columns.ts';
import { isStored, storedForm } from '../columns.ts';
import { recordTypeId } from '../seed/record-types.ts';
import { autoNumberText } from './auto-number.ts';
import type { DmlContext } from './context.ts';
import { valueOf } from './row.ts';
import type { SaveRow } from './row.ts';

/** Gives a new record's empty fields their defaults: literals, formulas, picklist defaults, owner, record type. */
export function fillDefaults(row: SaveRow, context: DmlContext): void {
  for (const field of row.object.fields.values()) {
    const key = field.name.toLowerCase();
    if (!isStored(field) || field.isSystem || row.values.has(key)) continue;
    const value = defaultOf(row, field, context);
    if (value !== null) row.values.set(key, value);
    else if (storedForm(field) === 'boolean') row.values.set(key, 0);
  }
}

function defaultOf(row: SaveRow, field: FieldModel, context: DmlContext): Stored {
  if (field.name === 'OwnerId' && field.isCreateable) return context.environment.userId();
  if (field.name === 'SetupOwnerId') return context.environment.organizationId();
  if (field.name === 'RecordTypeId') return defaultRecordType(row, context);
  if (field.picklist) {
    const value = field.picklist.values.find((entry) => entry.isDefault && entry.isActive);
    if (value) return value.value;
  }
  if (field.summary) return emptySummary(field.summary);
  if (field.defaultValue === null) return null;
  return literalOf(field, field.defaultValue) ?? context.formulas.evaluate(field.defaultValue, field, row);
}

/** Of a parent without children. */
function emptySummary({ operation }: SummaryModel): Stored {
  return operation === 'count' || operation === 'sum' ? 0 : null;
}

/** Most defaults are plain literals and need no formula. */
function literalOf(field: FieldModel, text: string): Stored {
  if (storedForm(field) === 'boolean') return /^true$/i.test(text) ? 1 : /^false$/i.test(text) ? 0 : null;
  if (!field.isCustom && storedForm(field) === 'text') return text;
  return null;
}

function defaultRecordType({ object }: SaveRow, { schema }: DmlContext): Stored {
  const type = object.recordTypes.find((recordType) => recordType.isDefault);
  return type ? recordTypeId(schema, object, type.name) : null;
}

/** A record of a custom object that has no name is called by its id, of 15 characters. */
function fillName(row: SaveRow): void {
  const { object, id } = row;
  const name = object.fields.get('name');
  if (object.kind !== 'custom' || !name || name.autoNumber || valueOf(row, 'name')) return;
  row.values.set('name', id?.slice(0, 15) ?? null);
}

/** Sets what the platform itself fills: audit fields and, in a new record, id and auto numbers. */
export function fillSystem(row: SaveRow, context: DmlContext): void {
  const now = Math.floor(context.environment.now() / 1000) * 1000;
  const user = context.environment.userId();
  const set = (key: string, value: Stored): void => {
    if (row.object.fields.has(key)) row.values.set(key, value);
  };
  set('lastmodifieddate', now);
  set('lastmodifiedbyid', user);
  set('systemmodstamp', now);
  if (!row.isInsert) return;
  set('createddate', now);
  set('createdbyid', user);
  row.id = context.store.nextId(row.object);
  row.values.set('id', row.id);
  fillName(row);
  for (const field of row.object.fields.values()) {
    if (!field.autoNumber || valueOf(row, field.name.toLowerCase())) continue;
    const number = context.store.nextNumber(row.object, field, field.autoNumber.start);
    row.values.set(field.name.toLowerCase(), autoNumberText(field.autoNumber.format, number, new Date(now)));
  }
}
