import type { StoredForm } from '../data/columns.ts';
import { numberText } from '../data/number-text.ts';
import { shortDate, shortDatetime, shortTime } from '../library/dates/short.ts';
import type { Value } from '../library/library.ts';
import { currentTransaction } from '../runtime/context.ts';
import type { ApexDate } from '../values/date.ts';
import type { ApexDatetime } from '../values/datetime.ts';
import type { ApexTime } from '../values/time.ts';
import { Decimal } from '../values/decimal.ts';
import type { Expression, Reader } from './expressions.ts';

/** A number that is no field, e.g. an average. */
const PLAIN_NUMBER = { type: 'DOUBLE', scale: 2 } as const;
const FORMATTED: ReadonlySet<StoredForm> = new Set<StoredForm>([
  'number',
  'integer',
  'date',
  'datetime',
  'time',
]);

/** Does FORMAT take values of this form? */
export function isFormattable(form: StoredForm): boolean {
  return FORMATTED.has(form);
}

/** `FORMAT(Amount)`: the value as text, as the user's locale writes it. */
export function formatReader({ field, form, read }: Pick<Expression, 'field' | 'form' | 'read'>): Reader {
  return (stored) => {
    const value = read(stored);
    return value === null ? null : textOf(value, form, field ?? PLAIN_NUMBER);
  };
}

function textOf(value: Value, form: StoredForm, field: Parameters<typeof numberText>[0]): string {
  const { user, organization } = currentTransaction();
  switch (form) {
    case 'date':
      return shortDate(value as ApexDate);
    case 'datetime':
      return shortDatetime(value as ApexDatetime);
    case 'time':
      return shortTime(value as ApexTime);
    default:
      return numberText(field, digitsOf(value), user.locale, organization.currency);
  }
}

function digitsOf(value: Value): string {
  return value instanceof Decimal ? value.toPlainString() : String(value);
}
