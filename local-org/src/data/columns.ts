import type { FieldModel, FieldType, ObjectModel } from '../schema/model.ts';

/*
 * How the org's records lie in SQLite. This file is the agreement between the writing side (`data/dml`) and the
 * reading side (`soql`).
 *
 * - One table per object, named as the object (`"Account"`, `"acme__Invoice__c"`), made when it is first needed:
 *   call `store.table(object)` for every object of a statement before you prepare it.
 * - One column per stored field, named as the field, and always `"Id" TEXT PRIMARY KEY` (18 characters) and
 *   `"IsDeleted" INTEGER NOT NULL DEFAULT 0`, also where the object has no such field: 1 is in the recycle bin.
 *   A query without ALL ROWS filters `"IsDeleted" = 0` on every table that it reads.
 * - A formula field and a compound field (Address, Location) have no column. A formula field is an SQL expression
 *   that calls back; take `fieldExpression` for every field and never write a column name by hand. A compound field
 *   is read through its components (`BillingStreet`, ...).
 * - A roll-up summary and an auto number are plain columns, kept up to date by the writing side.
 * - The empty text is stored as NULL. A Boolean is never NULL.
 *
 * Text compares without regard to case, as on the platform (the column is COLLATE NOCASE, which folds ASCII only),
 * also for =, IN, LIKE, ORDER BY, GROUP BY and MIN/MAX. Ids, and text fields that say `isCaseSensitive`, compare
 * exactly. An expression of `fieldExpression` that calls back loses its collation: text formulas get COLLATE NOCASE
 * added.
 */

/** What SQLite holds for a value: the JavaScript type that a bind must have and that a row gives. */
export type StoredForm =
  /** An 18-character id, compared exactly. */
  | 'id'
  /** Text. A multi-select picklist is its values joined with `;` in the picklist's order. */
  | 'text'
  /** 0 or 1. */
  | 'boolean'
  /** A whole number. */
  | 'integer'
  /** A double, or where it is whole an exact integer. Reads as a Decimal with the field's scale, or more digits. */
  | 'number'
  /** Text `2026-01-31`. Compare it as text. */
  | 'date'
  /** INTEGER, milliseconds since 1970 UTC; what the platform itself fills has whole seconds. For parts: `strftime('%Y', x / 1000, 'unixepoch')`. */
  | 'datetime'
  /** INTEGER, milliseconds since midnight. */
  | 'time'
  | 'blob'
  /** No column: an Address, a Location, the header of a change event, ids that are kept as records. */
  | 'none';

/** A value as SQLite gives and takes it. Blobs are Uint8Array. */
export type Stored = null | string | number | bigint | Uint8Array;

const FORMS: Readonly<Record<FieldType, StoredForm>> = {
  ID: 'id',
  REFERENCE: 'id',
  STRING: 'text',
  TEXTAREA: 'text',
  EMAIL: 'text',
  PHONE: 'text',
  URL: 'text',
  PICKLIST: 'text',
  MULTIPICKLIST: 'text',
  COMBOBOX: 'text',
  ENCRYPTEDSTRING: 'text',
  ANYTYPE: 'text',
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  LONG: 'integer',
  DOUBLE: 'number',
  CURRENCY: 'number',
  PERCENT: 'number',
  DATE: 'date',
  DATETIME: 'datetime',
  TIME: 'time',
  BASE64: 'blob',
  ADDRESS: 'none',
  LOCATION: 'none',
  COMPLEXVALUE: 'none',
  JUNCTIONIDLIST: 'none',
};

/** How values of `field` are stored; of a formula field, what its expression gives. */
export function storedForm({ type, apexType }: Pick<FieldModel, 'type' | 'apexType'>): StoredForm {
  // A relationship to an object or a field of the schema holds its name.
  return type === 'REFERENCE' && apexType === 'String' ? 'text' : FORMS[type];
}

/** Has a column of its own. */
export function isStored(field: FieldModel): boolean {
  return field.formula === null && storedForm(field) !== 'none';
}

/** An SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An SQL text literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The SQL name of the object's table. */
export function tableName(object: ObjectModel): string {
  return quoted(object.name);
}

/** The SQL function behind formula fields: `(object, field, id)` to the result in its stored form. */
export const FORMULA_FUNCTION = 'apex_formula';

/**
 * The SQL expression of `field` in the row that `alias` (an SQL name without quotes) stands for. Throws for a compound
 * field: it has none.
 */
export function fieldExpression(alias: string, object: ObjectModel, field: FieldModel): string {
  const form = storedForm(field);
  if (form === 'none')
    throw new Error(`${object.name}.${field.name} is a compound field and has no expression.`);
  if (!field.formula) return `${quoted(alias)}.${quoted(field.name)}`;
  const call = `${FORMULA_FUNCTION}(${literal(object.name)}, ${literal(field.name)}, ${quoted(alias)}."Id")`;
  return form === 'text' ? `(${call} COLLATE NOCASE)` : call;
}

const DECLARATIONS: Readonly<Record<StoredForm, string | null>> = {
  id: 'TEXT',
  text: 'TEXT COLLATE NOCASE',
  boolean: 'INTEGER NOT NULL DEFAULT 0',
  integer: 'INTEGER',
  // Whole numbers are kept as such: they have up to 18 digits, a REAL has 15.
  number: 'NUMERIC',
  date: 'TEXT',
  datetime: 'INTEGER',
  time: 'INTEGER',
  blob: 'BLOB',
  none: null,
};

/** The column's declaration in CREATE TABLE; null for a field without a column. */
export function columnDeclaration(field: FieldModel): string | null {
  if (!isStored(field)) return null;
  if (field.name.toLowerCase() === 'id') return '"Id" TEXT PRIMARY KEY';
  const form = storedForm(field);
  const type = form === 'text' && field.isCaseSensitive ? 'TEXT' : DECLARATIONS[form];
  return `${quoted(field.name)} ${type}`;
}
