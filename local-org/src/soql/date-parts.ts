import type { StoredForm } from '../data/columns.ts';
import { parameter, raw, sql, type Fragment } from './fragment.ts';

/** The SQL function that shifts a moment to local time: `(milliseconds, time zone)`, both possibly null. */
export const LOCAL_TIME_FUNCTION = 'soql_local_time';

/** `convertTimezone(x)`: the moment as a clock of the user shows it. */
export function localTime(moment: Fragment): Fragment {
  return sql`${LOCAL_TIME_FUNCTION}(${moment}, ${parameter((context) => context.timeZone)})`;
}

/** The SQL of a date function over a Date or a Datetime; parts of a Datetime are those of GMT. */
export function datePart(name: string, value: Fragment, form: StoredForm): Fragment {
  const format = (pattern: string): Fragment =>
    form === 'datetime'
      ? sql`strftime('${pattern}', ${value} / 1000, 'unixepoch')`
      : sql`strftime('${pattern}', ${value})`;
  const number = (pattern: string): Fragment => sql`CAST(${format(pattern)} AS INTEGER)`;
  switch (name.replace(/^FISCAL_/, 'CALENDAR_')) {
    case 'CALENDAR_YEAR':
      return number('%Y');
    case 'CALENDAR_QUARTER':
      return sql`((${number('%m')} + 2) / 3)`;
    case 'CALENDAR_MONTH':
      return number('%m');
    case 'DAY_IN_MONTH':
      return number('%d');
    case 'DAY_IN_WEEK':
      return sql`(${number('%w')} + 1)`;
    case 'DAY_IN_YEAR':
      return number('%j');
    case 'DAY_ONLY':
      return format('%Y-%m-%d');
    case 'HOUR_IN_DAY':
      return number('%H');
    // Weeks begin with the first day of the month or year, whatever its weekday.
    case 'WEEK_IN_MONTH':
      return sql`((${number('%d')} + 6) / 7)`;
    case 'WEEK_IN_YEAR':
      return sql`((${number('%j')} + 6) / 7)`;
    default:
      return raw(unknownFunction(name));
  }
}

function unknownFunction(name: string): never {
  throw new Error(`There is no date function ${name}.`);
}
