import { inTransaction } from '../../runtime/context.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import type { ApexException, DmlFailure } from '../../values/exception.ts';
import { HttpError } from './reply.ts';

/** The reply of the User Interface API to what a save or a query threw. */
export function apexErrorReply(exception: ApexException, transaction: Transaction): HttpError {
  return inTransaction(transaction, () => {
    const failures = exception.$dmlFailures;
    if (failures.length) return recordError(failures, exception.$dmlObject, transaction);
    const message = String(exception['getmessage/0']() ?? '');
    return new HttpError(400, codeOf(String(exception['gettypename/0']())), message);
  });
}

const CODES: Readonly<Record<string, string>> = {
  'System.QueryException': 'MALFORMED_QUERY',
  'System.NoAccessException': 'INSUFFICIENT_ACCESS',
  'System.SecurityException': 'INSUFFICIENT_ACCESS',
};

function codeOf(type: string): string {
  return CODES[type] ?? 'UNKNOWN_EXCEPTION';
}

/** `output` is what `lightning/uiRecordApi` gives a component in `error.body`. */
function recordError(
  failures: readonly DmlFailure[],
  objectName: string | null,
  { schema }: Transaction,
): HttpError {
  const fields = objectName === null ? null : schema.object(objectName)?.fields;
  const errors: object[] = [];
  const fieldErrors: Record<string, object[]> = {};
  for (const { statusCode, message, fields: names } of failures) {
    const detail = { constituentField: null, duplicateRecordError: null, errorCode: statusCode, message };
    if (!names.length) errors.push({ ...detail, field: null, fieldLabel: null });
    for (const name of names) {
      const fieldLabel = fields?.get(name.toLowerCase())?.label ?? name;
      (fieldErrors[name] ??= []).push({ ...detail, field: name, fieldLabel });
    }
  }
  return new HttpError(400, failures[0]?.statusCode ?? 'UNKNOWN_EXCEPTION', failures[0]?.message ?? '', {
    enhancedErrorType: 'RecordError',
    fieldErrors,
    output: { errors, fieldErrors },
    statusCode: 400,
  });
}
