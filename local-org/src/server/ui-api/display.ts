import { currentTransaction } from '../../runtime/context.ts';
import { numberText } from '../../data/number-text.ts';
import type { FieldModel } from '../../schema/model.ts';
import type { Json } from '../../aura/json.ts';

/** A value as the user reads it; null where it is shown as it is. */
export function displayValue(field: FieldModel, value: Json, currency: string): string | null {
  if (value === null) return null;
  const { locale, timeZone } = currentTransaction().user;
  const language = locale.replaceAll('_', '-');
  switch (field.type) {
    case 'CURRENCY':
    case 'DOUBLE':
    case 'INTEGER':
    case 'LONG':
    case 'PERCENT':
      return numberText(field, String(value), locale, currency);
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

function labelsOf({ picklist }: FieldModel, text: string): string {
  const label = (value: string): string =>
    picklist?.values.find((entry) => entry.value === value)?.label ?? value;
  return text.split(';').map(label).join(';');
}
