import { nameFieldOf } from '../../pages/highlights.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { HttpError } from '../back/reply.ts';
import { listOf } from './records.ts';
import { literal, objectNamed, select, type Session } from './session.ts';

const ROWS = 5;
const SHORTEST = 2;

/** `GET /ui-api/search?q=&object=`, the local org's own: records whose name has the text, by object. */
export function search(session: Session, query: Readonly<Record<string, string>>): { results: unknown[] } {
  const text = (query.q ?? '').trim();
  if (text.length < SHORTEST)
    throw new HttpError(400, 'MALFORMED_SEARCH', `Give at least ${SHORTEST} characters.`);
  const objects = query.object
    ? listOf(query.object).map((name) => objectNamed(session, name))
    : searchable(session);
  const results = objects.flatMap((object) => {
    const records = hits(object, text);
    return records.length ? [{ object: object.name, label: object.pluralLabel, records }] : [];
  });
  return { results };
}

const STANDARD = ['Account', 'Contact', 'Opportunity', 'Order', 'Product2', 'Case', 'Contract'];

function searchable({ schema, rights }: Session): ObjectModel[] {
  const own = schema.projectObjects.filter((name) => schema.object(name)?.kind === 'custom');
  return [...STANDARD, ...own].flatMap((name) => {
    const object = schema.object(name);
    return object && rights.mayReadObject(object) ? [object] : [];
  });
}

function hits(object: ObjectModel, text: string): { id: string; name: string }[] {
  const name = nameFieldOf(object);
  const pattern = literal(`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const rows = select(
    `SELECT Id, ${name} FROM ${object.name} WHERE ${name} LIKE ${pattern} ORDER BY ${name} LIMIT ${ROWS}`,
  );
  return rows.map((row) => ({
    id: row.id ?? '',
    name: String(row.values.get(name.toLowerCase()) ?? row.id),
  }));
}
