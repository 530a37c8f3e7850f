import { toJson } from '../../aura/to-json.ts';
import type { PageScope } from '../../pages/page-scope.ts';
import { ruleFieldsOf } from '../../pages/record-page.ts';
import type { PageContext } from '../../pages/visibility.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { findPath, textOfPath } from './field-paths.ts';
import { literal, select, type Session } from './session.ts';

/** What a page of a record is composed with: rules look at this record and the running user. */
export function pageScope(session: Session, object: ObjectModel, id: string | null): PageScope {
  const { schema, sources, rights } = session;
  return {
    schema,
    sources,
    object,
    context: contextOf(session, object, id),
    mayReadObject: (other) => rights.mayReadObject(other),
    mayReadField: (other, field) => rights.mayReadField(other, field),
  };
}

function contextOf(session: Session, object: ObjectModel, id: string | null): PageContext {
  const { user, schema } = currentTransaction();
  const record =
    id === null
      ? () => null
      : valuesOf(session, object, id, ruleFieldsOf({ sources: session.sources, object }));
  const users = schema.object('User');
  return {
    recordValue: record,
    userValue: (path) => (users ? valuesOf(session, users, user.id, [path])(path) : null),
    hasCustomPermission: (name) => session.rights.hasCustomPermission(name),
    hasUserPermission: (name) => session.rights.hasUserPermission(name),
  };
}

/** The values at paths of one record, as rules compare them. What may not be read is empty. */
function valuesOf(
  session: Session,
  object: ObjectModel,
  id: string,
  paths: readonly string[],
): (path: string) => string | null {
  const known = new Map(
    paths.flatMap((text) => {
      const path = findPath(session, object, text);
      return path ? [[text, textOfPath(path)] as const] : [];
    }),
  );
  if (!known.size) return () => null;
  const columns = [...new Set(known.values())].join(', ');
  const [record] = select(`SELECT ${columns} FROM ${object.name} WHERE Id = ${literal(id)}`);
  return (text) => (record ? textAt(record, known.get(text) ?? '') : null);
}

function textAt(record: SObject, path: string): string | null {
  const [first = '', ...rest] = path.toLowerCase().split('.');
  if (rest.length) {
    const parent = record.parents.get(first);
    return parent ? textAt(parent, rest.join('.')) : null;
  }
  const field = record.object.fields.get(first);
  const value = record.values.get(first) ?? (field?.type === 'BOOLEAN' ? false : null);
  return value === null ? null : String(toJson(value));
}
