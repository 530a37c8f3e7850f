import type { FieldModel } from '../../schema/model.ts';
import { isStored, storedForm } from '../columns.ts';
import { toStored } from '../encode.ts';
import type { DmlOptions } from '../data.ts';
import { refuseFields } from './access-checks.ts';
import { checkField } from './check-field.ts';
import { checkReference } from './check-references.ts';
import { checkUnique } from './check-unique.ts';
import type { DmlContext } from './context.ts';
import { fail, valueOf } from './row.ts';
import type { SaveRow } from './row.ts';

/**
 * Takes the record's fields over into the row. Fields that can't be written are an error, unless the record only
 * carries them along: a queried value that was not changed, or a clone of what the platform computes. User mode also
 * refuses a fixed master-detail reference that is carried along.
 */
export function takeValues(row: SaveRow, context: DmlContext, options: DmlOptions): void {
  const rights = options.access === 'user' ? context.environment.access() : null;
  const refused: string[] = [];
  const inaccessible: string[] = [];
  for (const [name, value] of row.working.values) {
    const field = row.object.fields.get(name);
    if (!field || name === 'id' || field.type === 'JUNCTIONIDLIST') continue;
    if (!isStored(field) || !isWritable(field, row)) {
      if (rights && field.reference?.isMasterDetail) inaccessible.push(field.name);
      else if (!isCarriedAlong(row, field)) refused.push(field.name);
      continue;
    }
    if (rights && !rights.mayWriteField(row.object, field)) inaccessible.push(field.name);
    else row.values.set(name, toStored(field, value));
  }
  if (inaccessible.length > 0) refuseFields(row, inaccessible);
  if (refused.length === 0) return;
  const advice =
    'Please check the security settings of this field and verify that it is read/write for your profile or permission set.';
  fail(
    row,
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${refused.join(', ')}. ${advice}`,
    refused,
  );
}

function isWritable(field: FieldModel, row: SaveRow): boolean {
  return row.isInsert ? field.isCreateable && !field.isSystem : field.isUpdateable && !field.isSystem;
}

function isCarriedAlong(row: SaveRow, field: FieldModel): boolean {
  const name = field.name.toLowerCase();
  if (row.working.isClone) return true;
  // What can be given to a new record only does not change by itself: another value was set.
  if (row.working.queried?.has(name) && (row.isInsert || !field.isCreateable)) return true;
  if (row.isInsert || !isStored(field)) return false;
  return row.old?.get(name) === toStored(field, row.working.values.get(name));
}

/** All checks of single fields that need no other record of the statement. */
export function checkFields(row: SaveRow, context: DmlContext, options: DmlOptions): void {
  for (const [name, value] of [...row.values]) {
    const field = row.object.fields.get(name);
    if (!field || (field.isSystem && name !== 'ownerid')) continue;
    if (row.old && row.old.get(name) === value) continue;
    checkField(row, field, value, options.allowFieldTruncation ?? false);
    if (field.type === 'REFERENCE' && typeof value === 'string') {
      checkReference(row, field, value, context.schema, context.store);
    }
  }
  checkRequired(row);
}

function checkRequired(row: SaveRow): void {
  const missing: string[] = [];
  for (const field of row.object.fields.values()) {
    if (
      field.isNillable ||
      field.isSystem ||
      field.autoNumber ||
      !isStored(field) ||
      storedForm(field) === 'boolean'
    )
      continue;
    const name = field.name.toLowerCase();
    // The name of a person is made of its parts, which are checked by themselves.
    if (!field.isCreateable && (field.isNameField || !row.values.has(name))) continue;
    if (!row.isInsert && !row.values.has(name)) continue;
    if ((valueOf(row, name) ?? null) === null) missing.push(field.name);
  }
  if (missing.length === 0) return;
  fail(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

/** Unique fields; runs right before the row is written, so that it sees the statement's own records. */
export function checkUniqueFields(row: SaveRow, context: DmlContext, fresh: ReadonlySet<string>): void {
  for (const [name, value] of row.values) {
    const field = row.object.fields.get(name);
    if (!field?.isUnique || value === null || row.old?.get(name) === value) continue;
    checkUnique(row, field, value, context.store, fresh);
  }
}

/** Validation rules, over the record as it will be. */
export function checkRules(row: SaveRow, context: DmlContext): void {
  for (const rule of row.object.validationRules) {
    if (!rule.isActive || !context.formulas.test(rule.formula, row)) continue;
    fail(
      row,
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      rule.errorMessage,
      rule.errorField ? [rule.errorField] : [],
    );
  }
}
