/** Made-up values for tests of mappers: what a field holds, and what billing holds when both sides agree. */
import type {
  ConditionModel,
  CoreModel,
  MappingModel,
  PathModel,
  RowModel,
  SystemModel,
} from '../../../model/model.ts';
import type { KnownField } from '../fields.ts';
import { fieldOf, lengthOf, objectOfType, sObjectType } from '../fields.ts';
import type { Hop } from '../path.ts';
import { hopsOf } from '../path.ts';
import type { Expression } from '../print/expression.ts';
import { call } from '../print/expression.ts';
import { apexString } from '../print/text.ts';
import { shapeOf } from '../type-shape.ts';

/** A number, as the text that shall be written. */
export class WireNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type WireObject = { [name: string]: Wire };
export type Wire = string | boolean | null | WireNumber | Wire[] | WireObject;

const isObject = (wire: Wire | undefined): wire is WireObject =>
  typeof wire === 'object' && wire !== null && !Array.isArray(wire) && !(wire instanceof WireNumber);

/** The JSON text, indented. */
export function wireText(wire: Wire, indent = 0): string {
  const margin = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  if (wire instanceof WireNumber) return wire.text;
  if (typeof wire !== 'object' || wire === null) return JSON.stringify(wire);
  const isArray = Array.isArray(wire);
  const items = isArray
    ? wire.map((item) => wireText(item, indent + 2))
    : Object.entries(wire).map(([name, item]) => `${JSON.stringify(name)}: ${wireText(item, indent + 2)}`);
  const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
  return items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map((item) => margin + item).join(',\n')}\n${end}${close}`;
}

/** The value as Apex writes it. */
export function wireLiteral(wire: Wire): Expression {
  if (wire instanceof WireNumber) return wire.text;
  return typeof wire === 'string' ? apexString(wire) : String(wire);
}

/** What a field holds, as Apex writes it; `text` is the same as text, for picklists and conditions. */
export interface FieldValue {
  readonly apex: Expression;
  readonly text: string;
}

export interface Agreed {
  readonly field: FieldValue;
  readonly wire: Wire;
}

const ofText = (text: string): FieldValue => ({ apex: apexString(text), text });

/** A condition's value, or any other that was chosen, as a field holds it. */
export function fieldValueOf(value: string | number | boolean): FieldValue {
  return typeof value === 'string' ? ofText(value) : { apex: String(value), text: String(value) };
}

function plainText(field: KnownField | undefined, name: string, position: number, limit: number): string {
  if (field?.type === 'Email') return `person${position}@example.com`;
  if (field?.type === 'Phone') return `+1 555 010${position}`;
  if (field?.type === 'Url') return `https://example.com/${position}`;
  return `${position} ${name.replace(/__c$/, '')}`.slice(0, limit).trim();
}

function isoDay(position: number): string {
  return `2025-01-1${position}`;
}

const dayValue = (position: number): FieldValue => ({
  apex: call('Date.newInstance', '2025', '1', `1${position}`),
  text: isoDay(position),
});

function linkValue(system: SystemModel, row: RowModel, link: string, position: number): Agreed | undefined {
  const object = objectOfType(system.mappings, link);
  if (object === undefined) return undefined;
  const isNumeric = shapeOf(system, row.path.type).kind === 'numericId';
  return {
    field: { apex: call('BillingTestData.idOf', sObjectType(object), String(position)), text: '' },
    wire: linkedId(link, position, isNumeric),
  };
}

/** Billing id of the test's linked objects. */
export function linkedId(link: string, position: number, isNumeric: boolean): Wire {
  const sum = [...link].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 90, 10);
  return isNumeric ? new WireNumber(`${sum}${position}`) : `${sum}${position}`;
}

/** Rows of a map that lead there and back again, and fit the field. */
export function roundTripRows(
  system: SystemModel,
  name: string,
  field: KnownField | undefined,
): readonly { readonly billing: string; readonly salesforce: string }[] {
  const rows = system.valueMaps.find((map) => map.name === name)?.rows ?? [];
  const key = (text: string): string => text.toLowerCase();
  return rows.filter(
    (row, index) =>
      rows.findIndex(({ billing }) => billing === row.billing) === index &&
      rows.findIndex((one) =>
        [one.salesforce, ...one.alsoAccepted].map(key).includes(key(row.salesforce)),
      ) === index &&
      (field?.values === undefined || field.values.includes(row.salesforce)),
  );
}

function lines(position: number): FieldValue {
  return ofText(`Line ${position}A\nLine ${position}B`);
}

function convertedValue(
  system: SystemModel,
  field: KnownField | undefined,
  row: RowModel,
  position: number,
): Agreed | undefined {
  switch (row.convert) {
    case 'dateInTenantZone': {
      const isDay = shapeOf(system, row.path.type).kind === 'date';
      return { field: dayValue(position), wire: `${isoDay(position)}${isDay ? '' : 'T00:00:00-06:00'}` };
    }
    case 'firstLine':
      return { field: lines(position), wire: `Line ${position}A` };
    case 'furtherLines':
      return { field: lines(position), wire: `Line ${position}B` };
    default:
      return directValue(system, field, row.field, row.path, position);
  }
}

function directValue(
  system: SystemModel,
  field: KnownField | undefined,
  name: string,
  path: PathModel,
  position: number,
): Agreed | undefined {
  const shape = shapeOf(system, path.type);
  switch (shape.kind) {
    case 'boolean':
      return position > 2 ? undefined : { field: fieldValueOf(position === 1), wire: position === 1 };
    case 'decimal': {
      const text = (field?.scale ?? 2) > 0 ? `1${position}.5` : `1${position}`;
      return { field: { apex: text, text }, wire: new WireNumber(text) };
    }
    case 'integer':
      return { field: fieldValueOf(position), wire: new WireNumber(String(position)) };
    case 'numericId':
      return { field: ofText(`700${position}`), wire: new WireNumber(`700${position}`) };
    case 'date':
      return { field: dayValue(position), wire: isoDay(position) };
    case 'dateTime':
      return {
        field: {
          apex: call('DateTime.newInstanceGmt', '2025', '1', `1${position}`, '10', '0', '0'),
          text: isoDay(position),
        },
        wire: `${isoDay(position)}T10:00:00.000Z`,
      };
    case 'text': {
      const known = shape.values ?? field?.values;
      const maxLength = path.type.kind === 'scalar' ? path.type.maxLength : undefined;
      const limit = Math.min(lengthOf(field) ?? 255, maxLength ?? 255);
      const text = known === undefined ? plainText(field, name, position, limit) : known[position - 1];
      return text === undefined ? undefined : { field: ofText(text), wire: text };
    }
    default:
      return undefined;
  }
}

/** The value with this number (1, 2, 3) of a row; undefined if there are not so many. */
export function agreedValue(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
  row: RowModel,
  position: number,
): Agreed | undefined {
  const field = fieldOf(core, mapping.object, row.field);
  if (row.link !== undefined) return linkValue(system, row, row.link, position);
  if (row.values !== undefined) {
    const found = roundTripRows(system, row.values, field)[position - 1];
    return found && { field: ofText(found.salesforce), wire: found.billing };
  }
  return convertedValue(system, field, row, position);
}

/** A value for a field of the connection that goes to this place. */
export function defaultValue(
  core: CoreModel,
  system: SystemModel,
  path: PathModel,
  connectionField: string,
): Agreed | undefined {
  const field = fieldOf(core, 'BillingConnection__c', connectionField);
  return directValue(system, field, connectionField, path, 1);
}

/** The record passes, as far as these values tell. */
export function passes(condition: ConditionModel, values: ReadonlyMap<string, FieldValue>): boolean {
  const actual = values.get(condition.field)?.text;
  const expected = condition.values.map(String);
  switch (condition.test) {
    case 'present':
      return values.has(condition.field);
    case 'absent':
      return !values.has(condition.field);
    case 'notEquals':
      return actual === undefined || !expected.includes(actual);
    default:
      return actual !== undefined && expected.includes(actual);
  }
}

function step(holder: WireObject, hop: Hop): WireObject {
  const { name, isList, match } = hop;
  if (name === '') return Object.assign(holder, match);
  const value = holder[name];
  if (isList) {
    const items = Array.isArray(value) ? value : [];
    holder[name] = items;
    const found = items.find(
      (item) => isObject(item) && Object.entries(match).every(([key, wanted]) => item[key] === wanted),
    );
    if (isObject(found)) return found;
    const made: WireObject = { ...match };
    items.push(made);
    return made;
  }
  const isFree =
    isObject(value) &&
    Object.entries(match).every(([key, wanted]) =>
      [undefined, wanted].includes(value[key] as string | undefined),
    );
  const chosen: WireObject = isFree ? value : {};
  holder[name] = Object.assign(chosen, match);
  return chosen;
}

/** Puts a value into a billing object as `BillingPath.write` does. */
export function write(target: WireObject, path: PathModel, value: Wire): void {
  const hops = hopsOf(path);
  const last = hops.at(-1);
  if (last === undefined) return;
  const holder = hops.slice(0, -1).reduce(step, target);
  holder[last.name] = value;
}

function chosen(holder: WireObject | undefined, { name, isList, match }: Hop): WireObject | undefined {
  const value = name === '' ? holder : holder?.[name];
  const fits = (wire: Wire | undefined): wire is WireObject =>
    isObject(wire) && Object.entries(match).every(([key, wanted]) => wire[key] === wanted);
  if (isList) return Array.isArray(value) ? value.find(fits) : undefined;
  return fits(value) ? value : undefined;
}

/** The value in a billing object, as `BillingPath.read` finds it; undefined if there is none. */
export function read(source: WireObject, path: PathModel): Wire | undefined {
  const hops = hopsOf(path);
  const last = hops.at(-1);
  const holder = hops.slice(0, -1).reduce<WireObject | undefined>(chosen, source);
  return last === undefined ? undefined : holder?.[last.name];
}
