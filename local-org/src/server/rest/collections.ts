import { isJsonObject, type Json, type JsonObject } from '../../aura/json.ts';
import type { SaveError, SaveOperation, SaveOutcome } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { needPath } from '../ui-api/field-paths.ts';
import { listOf } from '../ui-api/records.ts';
import { literal, objectNamed, objectOfId, select, type Session } from '../ui-api/session.ts';
import { badRequest, saveErrorJson } from './errors.ts';
import { members, recordOf, remove, save } from './saving.ts';
import { rowJson } from './values.ts';

const MOST = 200;
const ROLLED_BACK: SaveError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/** `POST` and `PATCH .../composite/sobjects`: `{ allOrNone, records }`; a result for each record. */
export function saveCollection(session: Session, kind: 'insert' | 'update', body: Json): JsonObject[] {
  const { records, allOrNone } = inputOf(body);
  const outcomes = attempt(allOrNone, () =>
    save(
      { kind },
      records.map((one) => recordOf(typeOf(session, one), withId(one))),
    ),
  );
  return outcomes.map(result);
}

/** `PATCH .../composite/sobjects/{object}/{field}` */
export function upsertCollection(
  session: Session,
  objectName: string,
  fieldName: string,
  body: Json,
): JsonObject[] {
  const object = objectNamed(session, objectName);
  const { field } = needPath(session, object, fieldName);
  const { records, allOrNone } = inputOf(body);
  const operation: SaveOperation = { kind: 'upsert', field: field.type === 'ID' ? null : field.name };
  const outcomes = attempt(allOrNone, () =>
    save(
      operation,
      records.map((one) => recordOf(object, withId(one))),
    ),
  );
  return outcomes.map((outcome) => ({ ...result(outcome), created: outcome.success && outcome.created }));
}

/** `DELETE .../composite/sobjects?ids=&allOrNone=` */
export function deleteCollection(
  session: Session,
  ids: string | undefined,
  allOrNone: boolean,
): JsonObject[] {
  const given = checked(listOf(ids));
  for (const id of given) objectOfId(session, id);
  return attempt(allOrNone, () => remove(given)).map(result);
}

/** `GET .../composite/sobjects/{object}?ids=&fields=`, or `POST` with both: null for a record that is not there. */
export function readCollection(
  session: Session,
  objectName: string,
  wanted: Readonly<Record<'ids' | 'fields', readonly string[]>>,
  base: string,
): (JsonObject | null)[] {
  const object = objectNamed(session, objectName);
  const fields = wanted.fields.map((text) => needPath(session, object, text).field.name);
  const ids = checked(wanted.ids);
  if (!fields.length) throw badRequest('INVALID_FIELD', 'The request names no fields.');
  const names = [...new Set(['Id', ...fields])].join(', ');
  const rows = select(`SELECT ${names} FROM ${object.name} WHERE Id IN (${ids.map(literal).join(', ')})`);
  const byId = new Map(rows.map((row) => [row.id?.slice(0, 15), row]));
  return ids.map((id) => {
    const row = byId.get(id.slice(0, 15));
    return row ? rowJson(row, { base, shows: () => true }) : null;
  });
}

/** `{ ids, fields }` of a body. */
export function wantedOf(body: Json): Record<'ids' | 'fields', string[]> {
  const { ids, fields } = members(body);
  const texts = (list: Json | undefined): string[] => (Array.isArray(list) ? list.map(String) : []);
  return { ids: texts(ids), fields: texts(fields) };
}

function inputOf(body: Json): { records: readonly JsonObject[]; allOrNone: boolean } {
  const { records, allOrNone } = members(body);
  if (!Array.isArray(records) || !records.every(isJsonObject))
    throw badRequest('JSON_PARSER_ERROR', 'The body has no list of records.');
  return { records: checked(records), allOrNone: allOrNone === true };
}

function checked<T>(list: readonly T[]): readonly T[] {
  if (list.length <= MOST) return list;
  throw badRequest('LIMIT_EXCEEDED', `A request may hold ${MOST} records.`);
}

function typeOf(session: Session, { attributes }: JsonObject): ObjectModel {
  const type = isJsonObject(attributes) ? attributes.type : undefined;
  if (typeof type === 'string') return objectNamed(session, type);
  throw badRequest('INVALID_INPUT', 'Include an entity type in the attributes of each record.');
}

/** In collections the id may be written `id`. */
function withId({ id, ...rest }: JsonObject): JsonObject {
  return id === undefined ? rest : { ...rest, Id: id };
}

/** With `allOrNone` one failure undoes everything, and each record says why. */
function attempt(allOrNone: boolean, body: () => SaveOutcome[]): SaveOutcome[] {
  const { data } = currentTransaction();
  const start = data.setSavepoint();
  const outcomes = body();
  if (!allOrNone || outcomes.every(({ success }) => success)) return outcomes;
  data.rollback(start);
  return outcomes.map((outcome) =>
    outcome.success ? { id: null, success: false, created: false, errors: [ROLLED_BACK] } : outcome,
  );
}

function result({ id, success, errors }: SaveOutcome): JsonObject {
  return { ...(success ? { id } : {}), success, errors: errors.map(saveErrorJson) };
}
