import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import { enumValue, type EnumValue } from './enum.ts';
import type { ApexException, DmlFailure } from './exception.ts';
import { fieldTokenOf, objectToken } from '../library/schema/tokens.ts';
import { ApexList } from './list.ts';

/** The failed record at a position among those that failed. Throws `System.ListException` when there is none. */
export function dmlFailure(exception: ApexException, position: number): DmlFailure {
  return (
    exception.$dmlFailures[position] ??
    throwApex('System.ListException', `List index out of bounds: ${position}`)
  );
}

/** `getDmlFieldNames`. */
export function dmlFieldNames(exception: ApexException, position: number): ApexList {
  const { program } = currentTransaction();
  return new ApexList(program.listOf(program.type('String')), [...dmlFailure(exception, position).fields]);
}

/** `getDmlFields`: what is no field of the object is left out. */
export function dmlFields(exception: ApexException, position: number): ApexList {
  const { program } = currentTransaction();
  const { fields } = dmlFailure(exception, position);
  const object = exception.$dmlObject === null ? null : objectToken(exception.$dmlObject).object;
  const tokens = fields.flatMap((name) => {
    const field = object?.fields.get(name.toLowerCase());
    return object && field ? [fieldTokenOf(object, field)] : [];
  });
  return new ApexList(program.listOf(program.type('Schema.SObjectField')), tokens);
}

/** `getDmlType`: a System.StatusCode. */
export function dmlStatus(exception: ApexException, position: number): EnumValue {
  const type = currentTransaction().program.type('System.StatusCode');
  return enumValue(type, dmlFailure(exception, position).statusCode);
}
