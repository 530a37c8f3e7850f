import type { FieldModel } from '../schema/model.ts';
import type { SoqlFunction } from '../syntax/soql.ts';
import {
  callValue,
  fieldReader,
  fieldValue,
  resolved,
  type Reader,
  type StatementContext,
} from './expressions.ts';
import { formatReader } from './format-value.ts';
import type { Fragment } from './fragment.ts';
import { fieldOf } from './functions.ts';
import type { ResolvedField } from './scope.ts';

/** A value that a query of records selects by a function. */
export interface SelectedValue {
  readonly sql: Fragment;
  readonly read: Reader;
  /** The field inside of the function; null when there is none that the value could stand for. */
  readonly found: ResolvedField | null;
}

/** `toLabel(Status)`, `FORMAT(Amount)`, `DISTANCE(...)`. */
export function selectedValue(call: SoqlFunction, context: StatementContext): SelectedValue {
  if (call.name === 'DISTANCE') return { ...callValue(call, context), found: null };
  const path = fieldOf(call);
  if (!path) throw new Error(`${call.name} can't be selected.`);
  const value = fieldValue(path, context);
  const read = call.name === 'FORMAT' ? formatReader(value) : labelReader(value.field!);
  return { sql: value.sql, read, found: resolved(path, context.scope) };
}

/** `toLabel(Status)`; a value that the picklist lacks is its own label. */
function labelReader(field: FieldModel): Reader {
  const labels = new Map(field.picklist?.values.map(({ value, label }) => [value.toLowerCase(), label]));
  const read = fieldReader(field);
  return (stored) => {
    if (typeof stored !== 'string') return read(stored);
    const parts = field.type === 'MULTIPICKLIST' ? stored.split(';') : [stored];
    return parts.map((part) => labels.get(part.toLowerCase()) ?? part).join(';');
  };
}
