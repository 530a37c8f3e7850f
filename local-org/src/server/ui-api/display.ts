import { currentTransaction } from '../../runtime/context.ts';
import type { FieldModel } from '../../schema/model.ts';
import type { Json } from '../../aura/json.ts';

/** A value as the user reads it; null where it is shown as it is. */
export function displayValue(field: FieldModel, value: Json, currency: string): string | null {
  if (value === null) return null;
  const { locale, timeZone } = currentTransaction().user;
  const language = locale.replaceAll('_', '-');
  switch (field.type) {
    case 'CURRENCY':
      return new Intl.NumberFormat(language, { style: 'currency', currency, ...digits(field) }).format(
        Number(value),
      );
    case 'DOUBLE':
    case 'INTEGER':
    case 'LONG':
      return new Intl.NumberFormat(language, digits(field)).format(Number(value));
    case 'PERCENT':
      return `${new Intl.NumberFormat(language, digits(field)).format(Number(value))}%`;
    case 'DATE':
      return new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(new Date(String(value)));
    case 'DATETIME':
      return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
        new Date(String(value)),
      );
    case 'PICKLIST':
    case 'MULTIPICKLIST':
      return labelsOf(field, String(value));
    default:
      return null;
  }
}

function digits({ scale }: FieldModel): { minimumFractionDigits: number; maximumFractionDigits: number } {
  return { minimumFractionDigits: scale, maximumFractionDigits: scale };
}

function labelsOf({ picklist }: FieldModel, text: string): string {
  const label = (value: string): string =>
    picklist?.values.find((entry) => entry.value === value)?.label ?? value;
  return text.split(';').map(label).join(';');
}
