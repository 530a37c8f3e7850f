import type { Json, JsonObject } from '../../../aura/json.ts';
import type { SaveOutcome } from '../../../data/data.ts';
import type { FieldModel, ObjectModel } from '../../../schema/model.ts';
import type { SObject } from '../../../values/sobject.ts';
import { badRequest } from '../errors.ts';
import { HttpError } from '../../back/reply.ts';
import { recordOf, remove, save } from '../saving.ts';

/** How the rows of a job are saved. */
export interface IngestPlan {
  readonly object: ObjectModel;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  /** Of an upsert. */
  readonly externalId: string | null;
  readonly header: readonly string[];
}

/** What became of one row. */
export interface RowResult {
  readonly id: string;
  readonly created: boolean;
  /** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`; null when it was saved. */
  readonly error: string | null;
}

/** The text that empties a field; an empty cell leaves it as it is. */
const EMPTY = '#N/A';

/** A column that is no field; null when all are. */
export function unknownColumn({ object, header }: Pick<IngestPlan, 'object' | 'header'>): string | null {
  const isKnown = (column: string): boolean => {
    const [first = '', second] = column.toLowerCase().split('.');
    return second === undefined ? object.fields.has(first) : object.parentRelationships.has(first);
  };
  return header.find((column) => !isKnown(column)) ?? null;
}

/** Saves rows in user mode, those that can be; in the order of the rows. */
export function saveRows(plan: IngestPlan, rows: readonly (readonly string[])[]): RowResult[] {
  if (plan.operation === 'delete') return deleteRows(plan, rows);
  const made = rows.map((row) => recordFor(plan, row));
  const records = made.filter((one): one is SObject => !(one instanceof HttpError));
  const operation =
    plan.operation === 'upsert'
      ? ({ kind: 'upsert', field: plan.externalId } as const)
      : ({ kind: plan.operation } as const);
  const outcomes = save(operation, records)[Symbol.iterator]();
  return made.map((one) => (one instanceof HttpError ? refused(one) : resultOf(outcomes.next().value)));
}

/** A job deletes records of its own object only. */
function deleteRows({ object, header }: IngestPlan, rows: readonly (readonly string[])[]): RowResult[] {
  const at = header.findIndex((column) => column.toLowerCase() === 'id');
  const ids = rows.map((row) => row[at] ?? '');
  const isOwn = (id: string): boolean => id.startsWith(object.keyPrefix);
  const outcomes = remove(ids.filter(isOwn))[Symbol.iterator]();
  return ids.map((id) =>
    isOwn(id)
      ? resultOf(outcomes.next().value)
      : refused(badRequest('MALFORMED_ID', `${id || 'An empty text'} is no id of ${object.name}`)),
  );
}

function recordFor({ object, header }: IngestPlan, row: readonly string[]): SObject | HttpError {
  const members: Record<string, Json> = {};
  for (const [at, column] of header.entries()) {
    const text = row[at] ?? '';
    if (text === '') continue;
    const [name = '', key] = column.split('.');
    const field = object.fields.get(name.toLowerCase());
    if (key !== undefined) members[name] = { [key]: text };
    else if (field) members[name] = valueOf(field, text);
  }
  try {
    return recordOf(object, members as JsonObject);
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}

function valueOf({ type, apexType }: FieldModel, text: string): Json {
  if (text === EMPTY) return null;
  if (type === 'BOOLEAN') return /^(true|1)$/i.test(text);
  const isNumber =
    apexType === 'Integer' || apexType === 'Decimal' || apexType === 'Double' || apexType === 'Long';
  return isNumber && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function resultOf(outcome: SaveOutcome | undefined): RowResult {
  const [error] = outcome?.errors ?? [];
  if (outcome?.success) return { id: outcome.id ?? '', created: outcome.created, error: null };
  const { statusCode = 'UNKNOWN_EXCEPTION', message = '', fields = [] } = error ?? {};
  return { id: outcome?.id ?? '', created: false, error: `${statusCode}:${message}:${fields.join(' ')} --` };
}

function refused({ error }: HttpError): RowResult {
  return { id: '', created: false, error: `${error.errorCode}:${error.message}:--` };
}
