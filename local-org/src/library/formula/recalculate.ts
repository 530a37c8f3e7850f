import { currentTransaction } from '../../runtime/context.ts';
import type { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { required } from '../collections/arguments.ts';
import type { LibraryClass } from '../library.ts';
import { dataClass, DataObject } from '../objects/data-object.ts';
import { listOf } from '../schema/collections.ts';

const RESULT = 'System.FormulaRecalcResult';
const FIELD_ERROR = 'System.FormulaRecalcFieldError';
const ACCESS = { hasGetters: true, hasNoProperties: true };

/** `Formula.recalculateFormulas`: works out the formula fields of records in memory. */
export function recalculateFormulas(records: ApexList | null): ApexList {
  return listOf(RESULT, required(records).items.map(recalculated));
}

function recalculated(record: SObject | null): DataObject {
  const problems = [...currentTransaction().data.recalculate(required(record))];
  const errors = problems.map(
    ([field, message]) => new DataObject(FIELD_ERROR, { FieldName: field, FieldError: message }),
  );
  return new DataObject(RESULT, {
    SObject: record,
    Success: errors.length === 0,
    Errors: listOf(FIELD_ERROR, errors),
  });
}

export const recalculationClasses: readonly LibraryClass[] = [
  dataClass(
    RESULT,
    { Errors: { type: `List<${FIELD_ERROR}>` }, SObject: { type: 'SObject' }, Success: { type: 'Boolean' } },
    ACCESS,
  ),
  dataClass(FIELD_ERROR, { FieldName: { type: 'String' }, FieldError: { type: 'String' } }, ACCESS),
];
