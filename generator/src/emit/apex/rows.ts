/** The lines of a mapper's table: one method for each row of the mapping. */
import type { ConditionModel, CoreModel, MappingModel, RowModel, SystemModel } from '../../model/model.ts';
import { camelCase } from '../../model/naming.ts';
import { from, markText, paragraphs, sentences } from './doc.ts';
import { fieldOf, fieldToken, isNumber, isText, lengthOf, objectOfType } from './fields.ts';
import { hopsOf, pathExpression, pathText } from './path.ts';
import type { Member, Statement } from './print/class.ts';
import { assign, declare, give, method, run } from './print/class.ts';
import type { Expression } from './print/expression.ts';
import { call, create, list } from './print/expression.ts';
import { apexString } from './print/text.ts';
import { isRequired } from './required.ts';
import type { Shape } from './type-shape.ts';
import { shapeOf } from './type-shape.ts';

/** How Apex names the owners. */
export const owners = { salesforce: 'SALESFORCE', billing: 'BILLING', shared: 'SHARED' } as const;
/** How Apex names the conflict rules. */
export const conflicts = {
  ask: 'ASK',
  salesforceWins: 'SALESFORCE_WINS',
  billingWins: 'BILLING_WINS',
} as const;
/** How Apex names the tests of a condition. */
export const operators = {
  equals: 'EQUAL_TO',
  notEquals: 'NOT_EQUAL_TO',
  oneOf: 'ONE_OF',
  present: 'IS_PRESENT',
  absent: 'IS_ABSENT',
} as const;
const kinds: Readonly<Partial<Record<Shape['kind'], string>>> = {
  numericId: 'NUMERIC_ID',
  decimal: 'DECIMAL_NUMBER',
  integer: 'WHOLE_NUMBER',
  boolean: 'YES_OR_NO',
  date: 'DAY',
  dateTime: 'INSTANT',
};

/** What a property at the end of a path holds; `TEXT` is what is assumed where nothing is said. */
export function valueKind(system: SystemModel, type: RowModel['path']['type']): string {
  return kinds[shapeOf(system, type).kind] ?? 'TEXT';
}

/** The value as Apex writes it. */
export const literal = (value: string | number | boolean): string =>
  typeof value === 'string' ? apexString(value) : String(value);

/** Names a row in hashes: its field, and the billing property where several rows have the same field. */
export function rowKey(mapping: MappingModel, row: RowModel): string {
  const same = mapping.rows.filter((one) => one.field === row.field);
  if (same.length === 1) return row.field;
  const last = (one: RowModel): string => hopsOf(one.path).at(-1)?.name ?? '';
  const isUnique = same.filter((one) => last(one) === last(row)).length === 1;
  return `${row.field}:${isUnique ? last(row) : pathText(row.path)}`;
}

/** Name of the row's method, unique in the mapping. */
export function rowMethodNames(mapping: MappingModel): Map<RowModel, string> {
  const names = new Map<RowModel, string>();
  const used = new Set<string>();
  for (const row of mapping.rows) {
    const base = camelCase(
      rowKey(mapping, row)
        .replace(/__c\b/, '')
        .replace(/\(.*?\)|\[.*?\]/g, ''),
    );
    let name = `${base}Row`;
    for (let count = 2; used.has(name.toLowerCase()); count++) name = `${base}Row${count}`;
    used.add(name.toLowerCase());
    names.set(row, name);
  }
  return names;
}

export function conditionExpression(object: string, condition: ConditionModel): Expression {
  return create(
    'BillingCondition',
    fieldToken(object, condition.field, condition.feature),
    `BillingCondition.Operator.${operators[condition.test]}`,
    list('Object', condition.values.map(literal)),
  );
}

const notLinked = (core: CoreModel, object: string | undefined): string => {
  const name = `${camelCase((object ?? '').replace(/__c$/, '').replace(/\d+$/, ''))}NotLinked`;
  return core.reasons.some((reason) => reason.name === name) ? name : 'missingRequiredField';
};

/** The reason if the other record of a lookup is not linked; undefined where the lookup then stays as it is. */
export function unlinkedReason(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
  row: RowModel,
): string | undefined {
  if (row.link === undefined) return undefined;
  const field = fieldOf(core, mapping.object, row.field);
  const mustBeLinked =
    row.owner === 'salesforce' || field?.required === true || field?.type === 'MasterDetail';
  return mustBeLinked ? notLinked(core, objectOfType(system.mappings, row.link)) : undefined;
}

function linkStatements(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
  row: RowModel,
): Statement[] {
  if (row.link === undefined) return [];
  const reason = unlinkedReason(core, system, mapping, row);
  return [
    assign('row.link', apexString(row.link)),
    ...(reason === undefined ? [] : [assign('row.unlinkedReason', apexString(reason))]),
  ];
}

/** What the field or the billing property can't hold: too many characters, further digits, capitals. */
function limitStatements(core: CoreModel, mapping: MappingModel, row: RowModel): Statement[] {
  const field = fieldOf(core, mapping.object, row.field);
  const type = row.path.type;
  const maxLength = type.kind === 'scalar' ? type.maxLength : undefined;
  const length = isText(field) ? lengthOf(field) : undefined;
  const scale = isNumber(field) ? field?.scale : undefined;
  return [
    ...(field?.type === 'Email' ? [assign('row.ignoreCase', 'true')] : []),
    ...(length === undefined ? [] : [assign('row.salesforceLength', String(length))]),
    ...(maxLength === undefined || row.owner === 'billing'
      ? []
      : [assign('row.billingLength', String(maxLength))]),
    ...(scale === undefined ? [] : [assign('row.scale', String(scale))]),
  ];
}

function rowStatements(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
  row: RowModel,
): Statement[] {
  const kind = valueKind(system, row.path.type);
  const token = fieldToken(mapping.object, row.field, row.dynamic);
  const isSent = row.owner !== 'billing';
  return [
    declare('BillingRow', 'row', create('BillingRow', apexString(rowKey(mapping, row)), token)),
    assign('row.path', pathExpression(row.path)),
    ...(kind === 'TEXT' ? [] : [assign('row.kind', `BillingValueKind.${kind}`)]),
    assign('row.owner', `BillingOwner.${owners[row.owner]}`),
    ...(row.conflict === undefined
      ? []
      : [assign('row.conflictRule', `BillingConflictRule.${conflicts[row.conflict]}`)]),
    ...(isSent && isRequired(system, mapping, row.path) ? [assign('row.required', 'true')] : []),
    ...(row.onCreateOnly ? [assign('row.onCreateOnly', 'true')] : []),
    ...(row.convert === undefined
      ? []
      : [assign('row.conversion', call(`BillingConversion.${row.convert}`))]),
    ...(row.values === undefined ? [] : [assign('row.valueMap', apexString(row.values))]),
    ...linkStatements(core, system, mapping, row),
    ...limitStatements(core, mapping, row),
    ...row.when.map((condition) =>
      run(call('row.conditions.add', conditionExpression(mapping.object, condition))),
    ),
    give('row'),
  ];
}

/** The methods that make the rows. */
export function rowMembers(core: CoreModel, system: SystemModel, mapping: MappingModel): Member[] {
  const names = rowMethodNames(mapping);
  return mapping.rows.map((row) =>
    method({
      doc: [...paragraphs(row.doc), sentences(markText(row.path.mark), from(row.source))],
      modifiers: 'private',
      returns: 'BillingRow',
      name: names.get(row) ?? '',
      statements: rowStatements(core, system, mapping, row),
    }),
  );
}
