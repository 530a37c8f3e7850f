import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import { enumValue, type EnumValue } from './enum.ts';
import type { ApexException, DmlFailure } from './exception.ts';
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

/** `getDmlType`: a System.StatusCode. */
export function dmlStatus(exception: ApexException, position: number): EnumValue {
  const type = currentTransaction().program.type('System.StatusCode');
  return enumValue(type, dmlFailure(exception, position).statusCode);
}
