import type { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import type { ApexTime } from '../../values/time.ts';
import { formatDatetime } from './format.ts';
import { styleOf, userLocale, userTimeZone } from './locale.ts';

/** As the user's locale writes it: `2/29/2024`. */
export function shortDate(date: ApexDate): string {
  const locale = userLocale();
  return formatDatetime(new ApexDatetime(date.milliseconds), styleOf(locale).date, 'GMT', locale);
}

/** As the user's locale writes it, in the user's time zone: `2/29/2024, 2:30 PM`. */
export function shortDatetime(moment: ApexDatetime): string {
  const locale = userLocale();
  const { date, separator, time } = styleOf(locale);
  const part = (pattern: string): string => formatDatetime(moment, pattern, userTimeZone(), locale);
  return part(date) + separator + part(time);
}

/** As the user's locale writes it: `2:30 PM`. */
export function shortTime(time: ApexTime): string {
  const locale = userLocale();
  return formatDatetime(new ApexDatetime(time.milliseconds), styleOf(locale).time, 'GMT', locale);
}
