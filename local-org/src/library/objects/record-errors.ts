import type { SObject } from '../../values/sobject.ts';
import type { Value } from '../library.ts';

/** `record.addError(message)`: DML refuses the record. */
export function addRecordError(record: SObject, message: Value): void {
  addError(record, message, []);
}

/** `record.Field.addError(message)`; the field in any case. Throws `System.SObjectException` for an unknown field. */
export function addFieldError(record: SObject, field: string, message: Value): void {
  addError(record, message, [record.field(field).name]);
}

/** `message`: a text or an exception, whose message counts. */
function addError(record: SObject, message: Value, fields: readonly string[]): void {
  const text: string | null =
    message === null || typeof message === 'string' ? message : message['getmessage/0']();
  record.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: text ?? '', fields });
}
