import { apexException } from '../../runtime/faults.ts';
import type { ApexException } from '../../values/exception.ts';
import type { SObject } from '../../values/sobject.ts';
import type { SaveOutcome } from '../data.ts';

const TITLES = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge',
} as const;

/** A statement of DML as an exception names it. */
export type DmlOperation = keyof typeof TITLES;

/** The first sentence of a DmlException: `Insert failed. First exception on row 0; first error: ...`. */
export function dmlMessage(outcomes: readonly SaveOutcome[], operation: DmlOperation): string {
  const index = outcomes.findIndex((outcome) => !outcome.success);
  const outcome = outcomes[index];
  const error = outcome?.errors[0];
  if (!outcome || !error) throw new Error('No record failed, so there is no exception.');
  if (error.isOfStatement) return error.message;
  const withId = outcome.id === null ? '' : ` with id ${outcome.id}`;
  const fields = `[${error.fields.join(', ')}]`;
  return `${TITLES[operation]} failed. First exception on row ${index}${withId}; first error: ${error.statusCode}, ${error.message}: ${fields}`;
}

/** The `System.DmlException` of a statement of which at least one record failed. */
export function dmlException(
  outcomes: readonly SaveOutcome[],
  records: readonly (SObject | null)[],
  operation: DmlOperation,
): ApexException {
  const exception = apexException('System.DmlException', dmlMessage(outcomes, operation));
  exception.$dmlFailures = outcomes.flatMap((outcome, index) =>
    outcome.errors.map((error) => ({ index, id: outcome.id, ...error })),
  );
  exception.$dmlObject = records.find((record) => record !== null)?.object.name ?? null;
  return exception;
}
