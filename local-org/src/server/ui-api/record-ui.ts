import type { FieldSection, PageField } from '../../pages/model.ts';
import { recordPageBody } from '../../pages/record-page.ts';
import { nameFieldOf } from '../../pages/highlights.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { findPath, namePathOf, selectable } from './field-paths.ts';
import { fieldLabel, objectInfo } from './object-info.ts';
import { pageScope } from './page-scope.ts';
import { listOf, readRecord } from './records.ts';
import type { RecordRepresentation } from './representation.ts';
import { objectOfId, type Session } from './session.ts';
import { sectionsOf } from './sections.ts';

/** `GET /ui-api/record-ui/{ids}?layoutTypes=Full&modes=View`: records with the fields of their pages. */
export function recordUi(
  session: Session,
  ids: string,
  query: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const records: Record<string, RecordRepresentation> = {};
  const layouts: Record<string, Record<string, unknown>> = {};
  const objectInfos: Record<string, unknown> = {};
  for (const id of listOf(ids)) {
    const object = objectOfId(session, id);
    const body = recordPageBody(pageScope(session, object, id));
    const sections = sectionsOf(body.regions);
    const names = [
      nameFieldOf(object),
      ...body.highlights,
      ...sections.flatMap(fieldsOf),
      ...listOf(query.optionalFields),
    ];
    const record = readRecord(session, object, id, pagePaths(session, object, names));
    records[id] = record;
    objectInfos[object.name] = objectInfo(session, object.name);
    layouts[object.name] = { [record.recordTypeId]: { Full: modes(object, sections, query) } };
  }
  return { layoutUserStates: {}, layouts, objectInfos, records };
}

function fieldsOf({ columns }: FieldSection): string[] {
  return columns.flat().map(({ field }) => field);
}

/** The fields, and the names of what lookups point to. */
function pagePaths(session: Session, object: ObjectModel, names: readonly string[]) {
  const paths = [...new Set(names)].flatMap((name) => findPath(session, object, name) ?? []);
  const parents = paths.flatMap(({ lookups, field }) =>
    lookups.length ? [] : (namePathOf(session, field) ?? []),
  );
  return [...paths, ...parents].flatMap((path) => selectable(path, object));
}

function modes(
  object: ObjectModel,
  sections: readonly FieldSection[],
  query: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const wanted = listOf(query.modes);
  const layout = {
    layoutType: 'Full',
    objectApiName: object.name,
    sections: sections.map((each) => layoutSection(object, each)),
  };
  return Object.fromEntries((wanted.length ? wanted : ['View']).map((mode) => [mode, { ...layout, mode }]));
}

function layoutSection(object: ObjectModel, { label, columns }: FieldSection): Record<string, unknown> {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const layoutRows = Array.from({ length: rows }, (_, row) => ({
    layoutItems: columns.flatMap((column) => (column[row] ? [layoutItem(object, column[row])] : [])),
  }));
  return { collapsible: true, columns: columns.length, heading: label, layoutRows, useHeading: label !== '' };
}

function layoutItem(object: ObjectModel, { field: name, behaviour }: PageField): Record<string, unknown> {
  const field = object.fields.get(name.toLowerCase());
  const label = field ? fieldLabel(field) : name;
  const isEditable = behaviour !== 'readonly';
  return {
    editableForNew: isEditable && field?.isCreateable === true,
    editableForUpdate: isEditable && field?.isUpdateable === true,
    label,
    layoutComponents: [{ apiName: name, componentType: 'Field', label }],
    lookupIdApiName: null,
    required:
      behaviour === 'required' || (field !== undefined && !field.isNillable && field.type !== 'BOOLEAN'),
    sortable: false,
  };
}
