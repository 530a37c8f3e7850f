import { storedForm } from '../data/columns.ts';
import { partsOf } from '../schema/compound.ts';
import type { FieldModel, ObjectModel } from '../schema/model.ts';
import type { SelectItem, SoqlFunction, SoqlQuery } from '../syntax/soql.ts';

/** `STANDARD`, `CUSTOM` or `ALL` of `FIELDS(...)`; null for anything else. */
export function fieldsKeyword(call: SoqlFunction): string | null {
  const [argument] = call.arguments;
  if (call.name !== 'FIELDS' || argument?.kind !== 'field' || call.arguments.length > 1) return null;
  return argument.field.parts.map((part) => part.text.toUpperCase()).join('.');
}

/** What a query selects: `FIELDS(STANDARD)` and its like are the fields that it does not name already. */
export function selectOf(query: SoqlQuery, object: ObjectModel): readonly SelectItem[] {
  if (!query.select.some(isFields)) return query.select;
  const named = new Set(query.select.map(nameOf));
  return query.select.flatMap((item) => (isFields(item) ? fieldsOf(item, object, named) : [item]));
}

type FunctionItem = SelectItem & { readonly kind: 'function' };

const GROUPS: Readonly<Record<string, (field: FieldModel) => boolean>> = {
  ALL: () => true,
  STANDARD: (field) => !field.isCustom,
  CUSTOM: (field) => field.isCustom,
};

function isFields(item: SelectItem): item is FunctionItem {
  return item.kind === 'function' && (fieldsKeyword(item.call) ?? '') in GROUPS;
}

function nameOf(item: SelectItem): string {
  return item.kind === 'field' ? item.field.parts.map((part) => part.text.toLowerCase()).join('.') : '';
}

function fieldsOf({ call }: FunctionItem, object: ObjectModel, named: ReadonlySet<string>): SelectItem[] {
  const belongs = GROUPS[fieldsKeyword(call) ?? '']!;
  const { span } = call;
  return [...object.fields.values()]
    .filter((field) => belongs(field) && isSelectable(field, object) && !named.has(field.name.toLowerCase()))
    .map(({ name }) => ({ kind: 'field', field: { parts: [{ text: name, span }], span }, alias: null }));
}

function isSelectable(field: FieldModel, object: ObjectModel): boolean {
  return storedForm(field) !== 'none' || partsOf(object, field).size > 0;
}
