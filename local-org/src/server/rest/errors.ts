import type { JsonObject } from '../../aura/json.ts';
import type { SaveError } from '../../data/data.ts';
import { inTransaction } from '../../runtime/context.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import type { ApexException } from '../../values/exception.ts';
import { HttpError, type ApiError } from '../back/reply.ts';

/** What a query says of its text, and the code that the REST API gives it. */
const QUERY_CODES: readonly (readonly [RegExp, string])[] = [
  [/No such column|Didn't understand relationship/, 'INVALID_FIELD'],
  [/sObject type '.*' is not supported/, 'INVALID_TYPE'],
];
const CODES: Readonly<Record<string, string>> = {
  'System.QueryException': 'MALFORMED_QUERY',
  'System.NoAccessException': 'INSUFFICIENT_ACCESS',
  'System.SecurityException': 'INSUFFICIENT_ACCESS',
};

/** The reply of the REST API to what a save or a query threw. */
export function restError(exception: ApexException, transaction: Transaction): HttpError {
  const [failure] = exception.$dmlFailures;
  if (failure) {
    const { statusCode, message, fields } = failure;
    return new HttpError(400, statusCode, message, { fields: [...fields] });
  }
  return inTransaction(transaction, () => {
    const type = String(exception['gettypename/0']());
    const message = String(exception['getmessage/0']() ?? '');
    return new HttpError(400, codeOf(type, message), message);
  });
}

function codeOf(type: string, message: string): string {
  const found =
    type === 'System.QueryException' && QUERY_CODES.find(([pattern]) => pattern.test(message))?.[1];
  return found || (CODES[type] ?? 'UNKNOWN_EXCEPTION');
}

/** An error of one record, as resources for a single record give it. */
export function apiError({ statusCode, message, fields }: SaveError): ApiError {
  return { message, errorCode: statusCode, fields: [...fields] };
}

/** An error in the result of a save, as results of several records give it. */
export function saveErrorJson({ statusCode, message, fields }: SaveError): JsonObject {
  return { statusCode, message, fields: [...fields] };
}

export function badRequest(errorCode: string, message: string): HttpError {
  return new HttpError(400, errorCode, message);
}
