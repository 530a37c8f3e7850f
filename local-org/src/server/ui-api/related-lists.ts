import { HttpError } from '../back/reply.ts';
import { namePathOf, selectable } from './field-paths.ts';
import { orderBy } from './lists.ts';
import { pathsOf } from './records.ts';
import { recordRepresentation, selection } from './representation.ts';
import { count, literal, objectNamed, objectOfId, select, type Session } from './session.ts';

const PAGE = 50;

/** `GET /ui-api/related-list-records/{parentId}/{relationship}?fields=&optionalFields=&sortBy=&pageSize=&pageToken=` */
export function relatedListRecords(
  session: Session,
  parentId: string,
  relationship: string,
  query: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const parent = objectOfId(session, parentId);
  const child = parent.childRelationships.get(relationship.toLowerCase());
  if (!child) throw new HttpError(404, 'NOT_FOUND', `${parent.label} has no related list ${relationship}.`);
  const object = objectNamed(session, child.object);
  const asked = pathsOf(session, object, query);
  const names = asked.flatMap(({ lookups, field }) =>
    lookups.length ? [] : (namePathOf(session, field) ?? []),
  );
  const paths = [...asked, ...names].flatMap((path) => selectable(path, object));
  const size = Number(query.pageSize) || PAGE;
  const offset = Number(query.pageToken) || 0;
  const where = `WHERE ${child.field} = ${literal(parentId)}`;
  const rows = select(
    `SELECT ${selection(object, paths)} FROM ${object.name} ${where} ` +
      `ORDER BY ${orderBy(session, object, query.sortBy ?? '')} LIMIT ${size + 1} OFFSET ${offset}`,
  );
  return {
    count: Math.min(rows.length, size),
    currentPageToken: String(offset),
    listReference: { parentObjectApiName: parent.name, relatedListId: child.name, type: 'relatedList' },
    nextPageToken: rows.length > size ? String(offset + size) : null,
    pageSize: size,
    previousPageToken: offset > 0 ? String(Math.max(0, offset - size)) : null,
    records: rows.slice(0, size).map((row) => recordRepresentation(row, paths)),
    totalSize: count(`SELECT COUNT() FROM ${object.name} ${where}`),
  };
}
