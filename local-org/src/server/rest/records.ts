import type { Json, JsonObject } from '../../aura/json.ts';
import type { SaveOutcome } from '../../data/data.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { Blob } from '../../values/blob.ts';
import type { SObject } from '../../values/sobject.ts';
import { Created, notFound, Reply } from '../back/reply.ts';
import { findPath, needPath, textOfPath, type FieldPath } from '../ui-api/field-paths.ts';
import { listOf } from '../ui-api/records.ts';
import { literal, objectNamed, select, type Session } from '../ui-api/session.ts';
import { apiError, badRequest, saveErrorJson } from './errors.ts';
import { members, recordOf, remove, save } from './saving.ts';
import { rowJson } from './values.ts';

/** `POST .../sobjects/{object}` */
export function create(session: Session, objectName: string, body: Json): unknown {
  const object = objectNamed(session, objectName);
  const given = members(body);
  if (has(given, 'Id')) throw badRequest('INVALID_FIELD', 'cannot specify Id in an insert call');
  const [outcome] = save({ kind: 'insert' }, [recordOf(object, given)]);
  return refusal(outcome) ?? new Created(saved(outcome));
}

/** `PATCH .../sobjects/{object}/{id}` */
export function update(session: Session, objectName: string, id: string, body: Json): unknown {
  const object = objectNamed(session, objectName);
  const given = members(body);
  if (has(given, 'Id'))
    throw badRequest('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
  checkId(object, id);
  const [outcome] = save({ kind: 'update' }, [recordOf(object, { ...given, Id: id })]);
  return refusal(outcome);
}

/** `DELETE .../sobjects/{object}/{id}` */
export function erase(session: Session, objectName: string, id: string): unknown {
  checkId(objectNamed(session, objectName), id);
  return refusal(remove([id])[0]);
}

/** `GET .../sobjects/{object}/{id}?fields=`; without `fields` all that the user may read. */
export function read(session: Session, path: RecordPath, base: string): JsonObject {
  const object = objectNamed(session, path.object);
  checkId(object, path.id);
  return rowJson(one(session, object, `Id = ${literal(path.id)}`, path.fields), { base, shows: () => true });
}

export interface RecordPath {
  readonly object: string;
  readonly id: string;
  /** Comma-separated. */
  readonly fields: string | undefined;
}

/** `GET .../sobjects/{object}/{id}/{field}`: what a file holds. */
export function content(session: Session, objectName: string, id: string, fieldName: string): Reply {
  const object = objectNamed(session, objectName);
  const path = needPath(session, object, fieldName);
  if (path.field.type !== 'BASE64') throw notFound();
  checkId(object, id);
  const value = one(session, object, `Id = ${literal(id)}`, path.field.name).values.get(
    path.field.name.toLowerCase(),
  );
  const bytes = value instanceof Blob ? value.bytes : new Uint8Array();
  return new Reply({ status: 200, bytes, headers: { 'content-type': 'application/octet-stream' } });
}

/** `GET .../sobjects/{object}/{field}/{value}`: by an external id. */
export function readByKey(
  session: Session,
  key: ExternalKey,
  fields: string | undefined,
  base: string,
): JsonObject {
  const { object, condition } = keyed(session, key);
  return rowJson(one(session, object, condition, fields), { base, shows: () => true });
}

/** `DELETE .../sobjects/{object}/{field}/{value}` */
export function eraseByKey(session: Session, key: ExternalKey): unknown {
  const { object, condition } = keyed(session, key);
  return refusal(remove([one(session, object, condition, 'Id').id ?? ''])[0]);
}

/** `PATCH .../sobjects/{object}/{field}/{value}`: changes the record with this external id, or makes one. */
export function upsert(session: Session, key: ExternalKey, body: Json): unknown {
  const { object, field } = keyed(session, key);
  const given = members(body);
  for (const name of [field, 'Id']) {
    if (has(given, name))
      throw badRequest('INVALID_FIELD', `The ${name} field should not be specified in the sobject data.`);
  }
  const record = recordOf(object, { ...given, [field]: key.value });
  const [outcome] = save({ kind: 'upsert', field }, [record]);
  const body_ = { ...saved(outcome), created: outcome?.created ?? false };
  return refusal(outcome) ?? (outcome?.created ? new Created(body_) : body_);
}

export interface ExternalKey {
  readonly object: string;
  readonly field: string;
  readonly value: string;
}

function keyed(
  session: Session,
  key: ExternalKey,
): { object: ObjectModel; field: string; condition: string } {
  const object = objectNamed(session, key.object);
  const { field } = needPath(session, object, key.field);
  if (!field.isExternalId && field.type !== 'ID')
    throw notFound(`Provided external ID field does not exist or is not accessible: ${key.field}`);
  const isNumber = field.apexType === 'Decimal' || field.apexType === 'Integer';
  const value = isNumber ? String(Number(key.value)) : literal(key.value);
  return { object, field: field.name, condition: `${field.name} = ${value}` };
}

function one(session: Session, object: ObjectModel, condition: string, fields: string | undefined): SObject {
  const paths = listOf(fields).map((text) => needPath(session, object, text));
  const names = (paths.length ? paths : everything(session, object)).map(textOfPath);
  const rows = select(
    `SELECT ${[...new Set(names)].join(', ')} FROM ${object.name} WHERE ${condition} LIMIT 2`,
  );
  if (rows[1]) throw badRequest('DUPLICATE_EXTERNAL_ID', 'More than one record has this external id.');
  if (rows[0]) return rows[0];
  throw notFound('Provided external ID field does not exist or is not accessible');
}

function everything(session: Session, object: ObjectModel): FieldPath[] {
  return [...object.fields.values()]
    .filter(({ type }) => type !== 'ADDRESS' && type !== 'LOCATION')
    .flatMap(({ name }) => findPath(session, object, name) ?? []);
}

function checkId({ keyPrefix }: ObjectModel, id: string): void {
  if (!/^([A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(id) || !id.startsWith(keyPrefix))
    throw notFound('Provided external ID field does not exist or is not accessible');
}

function has(given: JsonObject, name: string): boolean {
  return Object.keys(given).some((key) => key.toLowerCase() === name.toLowerCase());
}

function saved(outcome: SaveOutcome | undefined): JsonObject {
  return { id: outcome?.id ?? null, success: true, errors: (outcome?.errors ?? []).map(saveErrorJson) };
}

/** Undefined for a record that was saved: a reply without a body. */
function refusal(outcome: SaveOutcome | undefined): Reply | undefined {
  if (!outcome || outcome.success) return undefined;
  const isGone = outcome.errors.some(({ statusCode }) => statusCode === 'ENTITY_IS_DELETED');
  return new Reply({ status: isGone ? 404 : 400, body: outcome.errors.map(apiError) });
}
