import { throwApex } from '../../runtime/faults.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import type { DmlOptions } from '../data.ts';
import type { DmlContext } from './context.ts';
import { fail } from './row.ts';
import type { SaveRow } from './row.ts';

/**
 * In user mode the object's permissions decide before a row is looked at: the whole statement is refused, also when it
 * asks for partial success.
 */
export function checkObjectAccess(
  object: ObjectModel,
  operation: 'create' | 'edit' | 'delete',
  { environment }: DmlContext,
  options: DmlOptions,
): void {
  if (options.access === 'system' || environment.access().mayWriteObject(object, operation)) return;
  throwApex('System.SecurityException', `Access to entity '${object.name}' denied`);
}

/** Notes the fields that the user may not write. The platform's text says this of the statement, not of a row. */
export function refuseFields(row: SaveRow, fields: readonly string[]): void {
  row.errors.push({
    statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message: `Operation failed due to fields being inaccessible on Sobject ${row.object.name}, check errors on Exception or Result!`,
    fields,
    isOfStatement: true,
  });
}

/** Sharing: which of these rows may the user change, and refer to what they name? Notes the others' errors. */
export function checkSharing(
  object: ObjectModel,
  rows: readonly SaveRow[],
  context: DmlContext,
  options: DmlOptions,
): void {
  const records = context.environment.records();
  if (records.isUnrestricted) return;
  const isRestricted = rows.some((row) => !row.isInsert) && records.restrictsWrites(object);
  const references = restrictedReferences(object, rows, context);
  if (!isRestricted && references.length === 0) return;
  if (!context.environment.respectsSharing(options.access)) return;
  if (isRestricted) checkLevels(object, rows, context);
  for (const reference of references) checkReferences(reference, rows, context);
}

/** May the user delete the record, or take it out of the recycle bin? */
export function mayDelete(
  object: ObjectModel,
  id: string,
  { environment }: DmlContext,
  options: DmlOptions,
): boolean {
  const records = environment.records();
  if (!records.restrictsWrites(object) || !environment.respectsSharing(options.access)) return true;
  return records.levels(object, [id]).get(id) === 'all';
}

function checkLevels(object: ObjectModel, rows: readonly SaveRow[], { environment }: DmlContext): void {
  const changed = rows.filter((row) => !row.isInsert && row.id !== null);
  const levels = environment.records().levels(
    object,
    changed.map((row) => row.id as string),
  );
  for (const row of changed) {
    const level = levels.get(row.id as string);
    if (level !== 'edit' && level !== 'all')
      fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

/** A reference to records that the user may not all see or, as the parent of a detail, change. */
interface RestrictedReference {
  readonly field: FieldModel;
  readonly target: ObjectModel;
}

function restrictedReferences(
  object: ObjectModel,
  rows: readonly SaveRow[],
  { environment, schema }: DmlContext,
): RestrictedReference[] {
  const records = environment.records();
  const used = new Set(rows.flatMap((row) => [...row.values.keys()]));
  return [...object.fields.values()].flatMap((field) => {
    if (!field.reference || !used.has(field.name.toLowerCase())) return [];
    return field.reference.to.flatMap((name) => {
      const target = schema.object(name);
      if (!target) return [];
      const isRestricted = field.reference?.isMasterDetail
        ? records.restrictsWrites(target)
        : records.restricts(target);
      return isRestricted ? [{ field, target }] : [];
    });
  });
}

function checkReferences(
  { field, target }: RestrictedReference,
  rows: readonly SaveRow[],
  { environment }: DmlContext,
): void {
  const name = field.name.toLowerCase();
  const naming = rows.filter((row) => {
    const value = row.values.get(name);
    return typeof value === 'string' && value.startsWith(target.keyPrefix) && row.old?.get(name) !== value;
  });
  const ids = [...new Set(naming.map((row) => String(row.values.get(name))))];
  const levels = environment.records().levels(target, ids);
  for (const row of naming) {
    const id = String(row.values.get(name));
    const level = levels.get(id);
    // What does not exist is refused elsewhere.
    if (level === undefined || level === 'all' || level === 'edit') continue;
    if (level === 'read' && !field.reference?.isMasterDetail) continue;
    fail(
      row,
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
      [field.name],
    );
  }
}
