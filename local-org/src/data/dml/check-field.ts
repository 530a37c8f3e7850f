import type { FieldModel } from '../../schema/model.ts';
import type { Stored } from '../columns.ts';
import { fail } from './row.ts';
import type { SaveRow } from './row.ts';

const EMAIL = /^[^\s@<>(),;:"\\]+@(?:[^\s@.<>(),;:"\\]+\.)+[^\s@.<>(),;:"\\]{2,}$/;

/** Checks one value on its own, and notes what is wrong with it. `truncate`: text that is too long is cut. */
export function checkField(row: SaveRow, field: FieldModel, value: Stored, truncate: boolean): void {
  if (value === null) return;
  switch (field.type) {
    case 'PICKLIST':
      return checkPicklist(row, field, [value as string]);
    case 'MULTIPICKLIST':
      return checkPicklist(row, field, (value as string).split(';'));
    case 'EMAIL':
      if (!EMAIL.test(value as string))
        fail(row, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value as string}`, [
          field.name,
        ]);
      return checkLength(row, field, value as string, truncate);
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return checkRange(row, field, Number(value));
    case 'STRING':
    case 'TEXTAREA':
    case 'PHONE':
    case 'URL':
    case 'COMBOBOX':
    case 'ENCRYPTEDSTRING':
      return checkLength(row, field, value as string, truncate);
    default:
      return;
  }
}

function checkLength(row: SaveRow, field: FieldModel, value: string, truncate: boolean): void {
  if (field.length === 0 || value.length <= field.length) return;
  if (truncate) {
    row.values.set(field.name.toLowerCase(), value.slice(0, field.length));
    return;
  }
  fail(
    row,
    'STRING_TOO_LONG',
    `${field.label}: data value too large: ${value} (max length=${field.length})`,
    [field.name],
  );
}

function checkPicklist(row: SaveRow, field: FieldModel, values: readonly string[]): void {
  const { picklist } = field;
  if (!picklist) return;
  const stored: string[] = [];
  for (const value of values) {
    const known = picklist.values.find((entry) => entry.value.toLowerCase() === value.toLowerCase());
    if (picklist.isRestricted && !known?.isActive) {
      const message = `${field.label}: bad value for restricted picklist field: ${value}`;
      return fail(row, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
    }
    stored.push(known?.value ?? value);
  }
  if (field.type !== 'MULTIPICKLIST') return;
  const order = picklist.values.map((entry) => entry.value);
  const rank = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  const sorted = [...new Set(stored)].sort((a, b) => rank(a) - rank(b));
  row.values.set(field.name.toLowerCase(), sorted.join(';'));
}

function checkRange(row: SaveRow, field: FieldModel, value: number): void {
  const digits = field.precision - field.scale;
  if (field.precision === 0 || Math.abs(value) < 10 ** digits) return;
  const message = `${field.label}: value outside of valid range on numeric field: ${value}`;
  fail(row, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}
