import { recordFromJson } from '../../aura/record-from-json.ts';
import { Misfit } from '../../aura/from-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../aura/json.ts';
import { nameFieldOf } from '../../pages/highlights.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { HttpError } from '../back/reply.ts';
import { findPath, needPath, selectable, type FieldPath } from './field-paths.ts';
import { recordRepresentation, selection, type RecordRepresentation } from './representation.ts';
import { literal, objectNamed, objectOfId, select, type Session } from './session.ts';

/** `GET /ui-api/records/{id}?fields=&optionalFields=` */
export function getRecord(
  session: Session,
  id: string,
  query: Readonly<Record<string, string>>,
): RecordRepresentation {
  const object = objectOfId(session, id);
  return readRecord(session, object, id, pathsOf(session, object, query));
}

/** The paths that a request names; `optionalFields` may name what is not there. */
export function pathsOf(
  session: Session,
  object: ObjectModel,
  query: Readonly<Record<string, string>>,
): FieldPath[] {
  const needed = listOf(query.fields).map((text) => needPath(session, object, text));
  const optional = listOf(query.optionalFields).flatMap((text) => findPath(session, object, text) ?? []);
  return [...needed, ...optional].flatMap((path) => selectable(path, object));
}

/** A comma-separated parameter. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** Throws `HttpError` when there is no such record or the user may not see it. */
export function readRecord(
  session: Session,
  object: ObjectModel,
  id: string,
  paths: readonly FieldPath[],
): RecordRepresentation {
  const [record] = select(`SELECT ${selection(object, paths)} FROM ${object.name} WHERE Id = ${literal(id)}`);
  if (record) return recordRepresentation(record, paths);
  throw new HttpError(
    404,
    'NOT_FOUND',
    'The requested resource does not exist, or you don’t have access to it.',
  );
}

/** `POST /ui-api/records`: `{ apiName, fields }`. */
export function createRecord(session: Session, body: Json): RecordRepresentation {
  const { apiName, fields } = inputOf(body);
  if (typeof apiName !== 'string') throw new HttpError(400, 'JSON_PARSER_ERROR', 'The body has no apiName.');
  const object = objectNamed(session, apiName);
  const record = recordOf(object, fields);
  save('insert', record);
  return readRecord(session, object, record.id ?? '', savedPaths(session, object, fields));
}

/** `PATCH /ui-api/records/{id}`: `{ fields }`. */
export function updateRecord(session: Session, id: string, body: Json): RecordRepresentation {
  const { fields } = inputOf(body);
  const object = objectOfId(session, id);
  const record = recordOf(object, { ...fields, Id: id });
  save('update', record);
  return readRecord(session, object, id, savedPaths(session, object, fields));
}

/** `DELETE /ui-api/records/{id}` */
export function deleteRecord(session: Session, id: string): void {
  objectOfId(session, id);
  currentTransaction().data.delete([id], { access: 'user', allOrNone: true });
}

function inputOf(body: Json): { apiName: Json | undefined; fields: JsonObject } {
  if (isJsonObject(body) && isJsonObject(body.fields)) return { apiName: body.apiName, fields: body.fields };
  throw new HttpError(400, 'JSON_PARSER_ERROR', 'The body has no fields.');
}

function recordOf(object: ObjectModel, fields: JsonObject): SObject {
  const type = currentTransaction().program.recordType(object.name);
  try {
    return recordFromJson(fields, type);
  } catch (error) {
    if (error instanceof Misfit) throw new HttpError(400, 'INVALID_TYPE_ON_FIELD_IN_RECORD', error.message);
    throw error;
  }
}

function save(kind: 'insert' | 'update', record: SObject): void {
  const [outcome] = currentTransaction().data.save({ kind }, [record], { access: 'user', allOrNone: true });
  if (outcome?.id && record.id === null) record.id = outcome.id;
}

function savedPaths(session: Session, object: ObjectModel, fields: JsonObject): FieldPath[] {
  const names = [nameFieldOf(object), ...Object.keys(fields)];
  return [...new Set(names)].flatMap((name) => findPath(session, object, name) ?? []);
}
