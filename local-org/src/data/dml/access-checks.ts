import { throwApex } from '../../runtime/faults.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { DmlOptions } from '../data.ts';
import type { DmlContext } from './context.ts';
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
