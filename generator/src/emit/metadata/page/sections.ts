/** The sections of a record page, as layout and Lightning page share them. */
import type { FieldModel, ObjectModel } from '../../../model/model.ts';

/** One field on a page, and whether a person has to fill it, may fill it, or only reads it. */
export interface PageField {
  readonly name: string;
  readonly behavior: 'required' | 'editable' | 'readonly';
}

export interface PageSection {
  readonly label: string;
  /** One column of fields, or two. */
  readonly columns: readonly (readonly PageField[])[];
}

const computed: ReadonlySet<FieldModel['type']> = new Set(['Formula', 'Summary']);

const isMandatory = ({ required, type }: FieldModel): boolean => required || type === 'MasterDetail';

function behaviorOf(object: ObjectModel, name: string): PageField['behavior'] {
  if (name === 'Name') return object.nameField.type === 'Text' ? 'required' : 'readonly';
  const field = object.fields.find((candidate) => candidate.name === name);
  if (!field) return 'editable';
  if (computed.has(field.type)) return 'readonly';
  return isMandatory(field) ? 'required' : 'editable';
}

/** Fields without which no record can be made: a layout that lacks one is refused. */
function mandatory(object: ObjectModel): string[] {
  const fields = object.fields.filter(isMandatory).map(({ name }) => name);
  return object.nameField.type === 'Text' ? ['Name', ...fields] : fields;
}

/** Texts of many lines need the whole width. */
function isWide(object: ObjectModel, name: string): boolean {
  return object.fields.find((field) => field.name === name)?.type === 'LongTextArea';
}

function columnsOf(object: ObjectModel, names: readonly string[]): PageField[][] {
  const fields = names.map((name) => ({ name, behavior: behaviorOf(object, name) }));
  if (names.every((name) => isWide(object, name))) return [fields];
  const half = Math.ceil(fields.length / 2);
  return [fields.slice(0, half), fields.slice(half)];
}

/** The declared sections; what is mandatory and nowhere else opens the first. */
export function pageSections(object: ObjectModel): PageSection[] {
  const [first, ...rest] = object.page.sections;
  const placed = new Set(object.page.sections.flatMap(({ fields }) => fields));
  const missing = mandatory(object).filter((name) => !placed.has(name));
  const sections = [
    { label: first?.label ?? 'Details', fields: [...missing, ...(first?.fields ?? [])] },
    ...rest,
  ];
  return sections.map(({ label, fields }) => ({ label, columns: columnsOf(object, fields) }));
}

/** Who made and changed the record; a detail has no owner of its own. */
export function systemSection(object: ObjectModel): PageSection {
  const owner: PageField[] =
    object.sharing === 'ControlledByParent' ? [] : [{ name: 'OwnerId', behavior: 'editable' }];
  return {
    label: 'System Information',
    columns: [
      [{ name: 'CreatedById', behavior: 'readonly' }, ...owner],
      [{ name: 'LastModifiedById', behavior: 'readonly' }],
    ],
  };
}
