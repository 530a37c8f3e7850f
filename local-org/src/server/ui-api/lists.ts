import { conditionOf } from '../../pages/list-filter.ts';
import { listViewsOf, type ListView } from '../../pages/list-views.ts';
import { nameFieldOf } from '../../pages/highlights.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { HttpError } from '../back/reply.ts';
import { findPath, namePathOf, selectable, textOfPath, type FieldPath } from './field-paths.ts';
import { conditionOfWhere } from './list-where.ts';
import { fieldLabel } from './object-info.ts';
import { pathsOf } from './records.ts';
import { recordRepresentation, selection, type RecordRepresentation } from './representation.ts';
import { count, literal, objectNamed, select, type Session } from './session.ts';

/** `GET /ui-api/list-info/{object}`: the object's list views. */
export function listInfos(session: Session, name: string): { lists: Record<string, string>[] } {
  const object = objectNamed(session, name);
  const lists = listViewsOf(session.sources, object).map((view) => ({
    apiName: view.name,
    label: view.label,
    id: idOf(object, view),
  }));
  return { lists };
}

/** `GET /ui-api/list-info/{object}/{listViewApiName}` */
export function listInfo(session: Session, name: string, viewName: string): Record<string, unknown> {
  const object = objectNamed(session, name);
  const view = viewNamed(session, object, viewName);
  return {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columnsOf(session, object, view).map((path) => displayColumn(object, path)),
    eTag: view.name,
    filterLogicString: view.logic,
    filteredByInfo: view.filters.map(({ field, operation, value }) => ({
      fieldApiName: field,
      label: field,
      operandLabels: [value],
      operator: operation,
    })),
    label: view.label,
    listReference: referenceOf(object, view),
    orderedByInfo: [{ fieldApiName: nameFieldOf(object), isAscending: true, label: object.label }],
    updateable: false,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: 'Public',
  };
}

const MOST_ROWS = 2000;
const PAGE = 50;

/** `GET /ui-api/list-records/{object}/{listViewApiName}?pageSize&pageToken&sortBy&where&fields&optionalFields` */
export function listRecords(
  session: Session,
  name: string,
  viewName: string,
  query: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const object = objectNamed(session, name);
  const view = viewNamed(session, object, viewName);
  const columns = columnsOf(session, object, view);
  const lookups = columns.flatMap(({ lookups: steps, field }) =>
    steps.length ? [] : (namePathOf(session, field) ?? []),
  );
  const paths = [...columns, ...lookups, ...pathsOf(session, object, query)].flatMap((path) =>
    selectable(path, object),
  );
  const size = Math.min(Number(query.pageSize) || PAGE, MOST_ROWS);
  const offset = Number(query.pageToken) || 0;
  const condition = whereOf(session, object, view, query.where);
  const records = rowsOf(session, object, view, paths, {
    size,
    offset,
    condition,
    sortBy: query.sortBy ?? '',
  });
  return {
    count: Math.min(records.length, size),
    currentPageToken: String(offset),
    fields: columns.map((path) => `${object.name}.${textOfPath(path)}`),
    listReference: referenceOf(object, view),
    nextPageToken: records.length > size ? String(offset + size) : null,
    pageSize: size,
    previousPageToken: offset > 0 ? String(Math.max(0, offset - size)) : null,
    records: records.slice(0, size),
    sortBy: query.sortBy ? query.sortBy.split(',') : [],
    totalSize: count(`SELECT COUNT() FROM ${object.name}${condition}`),
  };
}

interface Page {
  readonly condition: string;
  readonly size: number;
  readonly offset: number;
  readonly sortBy: string;
}

/** One row more than a page, to know whether another one follows. */
function rowsOf(
  session: Session,
  object: ObjectModel,
  view: ListView,
  paths: readonly FieldPath[],
  { condition, size, offset, sortBy }: Page,
): RecordRepresentation[] {
  const order = orderBy(session, object, sortBy);
  const records = select(
    `SELECT ${selection(object, paths)} FROM ${object.name}${condition} ORDER BY ${order} LIMIT ${size + 1} OFFSET ${offset}`,
  );
  const rows = records.map((record) => recordRepresentation(record, paths));
  return view.scope === 'recent' ? inOrderOf(session.recent, rows) : rows;
}

function inOrderOf(ids: readonly string[], rows: readonly RecordRepresentation[]): RecordRepresentation[] {
  return [...rows].sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** What the list view shows, of that what is asked for. */
function whereOf(session: Session, object: ObjectModel, view: ListView, where?: string): string {
  const conditions = [
    viewCondition(session, object, view),
    where ? conditionOfWhere(session, object, where) : null,
  ].filter((each) => each !== null);
  if (conditions.length === 0) return '';
  return ` WHERE ${conditions.length === 1 ? conditions[0] : conditions.map((each) => `(${each})`).join(' AND ')}`;
}

function viewCondition(session: Session, object: ObjectModel, view: ListView): string | null {
  if (view.scope !== 'recent') return conditionOf(view, object, session.schema, session.userId);
  const own = session.recent.filter((id) => id.startsWith(object.keyPrefix));
  return `Id IN (${own.length ? own.map(literal).join(', ') : "''"})`;
}

/** `Name`, `-Account.Name`; the name when nothing is asked for. */
export function orderBy(session: Session, object: ObjectModel, sortBy: string): string {
  const parts = sortBy.split(',').flatMap((text) => {
    const path = findPath(session, object, text.trim().replace(/^-/, ''));
    return path
      ? [`${textOfPath(sortable(session, path))}${text.trim().startsWith('-') ? ' DESC' : ''} NULLS LAST`]
      : [];
  });
  return [...parts, ...(parts.length ? [] : [nameFieldOf(object)]), 'Id'].join(', ');
}

/** A lookup is sorted by the name that it shows. */
function sortable(session: Session, path: FieldPath): FieldPath {
  return path.lookups.length ? path : (namePathOf(session, path.field) ?? path);
}

function columnsOf(session: Session, object: ObjectModel, view: ListView): FieldPath[] {
  return view.columns.flatMap((column) => findPath(session, object, column) ?? []);
}

function displayColumn(object: ObjectModel, path: FieldPath): Record<string, unknown> {
  const [lookup] = path.lookups;
  return {
    fieldApiName: textOfPath(path),
    label: lookup ? parentLabel(fieldLabel(lookup), path) : fieldLabel(path.field),
    lookupId: lookup ? lookup.name : path.field.isNameField ? 'Id' : null,
    sortable: path.field.type !== 'TEXTAREA',
    type: path.field.type,
    objectApiName: object.name,
  };
}

/** `Account Name`, `Owner Alias`. */
function parentLabel(lookup: string, { field }: FieldPath): string {
  return field.isNameField ? `${lookup} Name` : `${lookup} ${field.label}`;
}

function viewNamed({ sources }: Session, object: ObjectModel, name: string): ListView {
  const views = listViewsOf(sources, object);
  const wanted = name.toLowerCase();
  const view = views.find(
    (each) => each.name.toLowerCase() === wanted || idOf(object, each).toLowerCase() === wanted,
  );
  if (view) return view;
  throw new HttpError(404, 'NOT_FOUND', `${object.label} has no list view ${name}.`);
}

/** The platform's ids of list views begin with `00B`; here the name follows. */
function idOf(object: ObjectModel, view: ListView): string {
  return `00B_${object.name}_${view.name}`;
}

function referenceOf(object: ObjectModel, view: ListView): Record<string, string> {
  return { id: idOf(object, view), listViewApiName: view.name, objectApiName: object.name, type: 'listView' };
}
