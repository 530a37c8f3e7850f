import { queryText } from '../../soql/dynamic.ts';
import type { UserRights } from '../../access/user-rights.ts';
import type { PageSources } from '../../pages/sources.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { HttpError, notFound } from '../back/reply.ts';

/** What a handler works with; it exists inside of one transaction, which runs as the browser's user. */
export interface Session {
  readonly schema: OrgSchema;
  readonly sources: PageSources;
  readonly rights: UserRights;
  readonly userId: string;
  /** Records that the user looked at, the last one first. */
  readonly recent: readonly string[];
}

export function currentSession(sources: PageSources, recent: readonly string[]): Session {
  const { schema, user, rights } = currentTransaction();
  return { schema, sources, rights, userId: user.id, recent };
}

/** Throws `HttpError` when there is no such object or the user may not see it. */
export function objectNamed({ schema, rights }: Session, name: string): ObjectModel {
  const object = schema.object(name);
  if (object && rights.mayReadObject(object)) return object;
  throw new HttpError(404, 'NOT_FOUND', `There is no object ${name}, or you don’t have access to it.`);
}

/** The object that a record's id belongs to. */
export function objectOfId(session: Session, id: string): ObjectModel {
  const object = session.schema.objectOfKeyPrefix(id.slice(0, 3));
  if (!object || !/^[A-Za-z0-9]{15,18}$/.test(id)) throw notFound(`There is no record ${id}.`);
  return objectNamed(session, object.name);
}

/** Rows of a query in user mode. */
export function select(soql: string): SObject[] {
  return queryText(soql, { access: 'user' }).records;
}

/** How many rows a query has: `SELECT COUNT() FROM ...`, in user mode. */
export function count(soql: string): number {
  return queryText(soql, { access: 'user' }).count ?? 0;
}

/** A text as a literal of SOQL. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
