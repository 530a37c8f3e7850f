import { currentTransaction } from '../../runtime/context.ts';

/** How a locale writes dates and times, in Java's pattern letters. */
export interface LocaleStyle {
  /** `M/d/yyyy` */
  readonly date: string;
  /** `h:mm a` */
  readonly time: string;
  /** `h:mm:ss a` */
  readonly longTime: string;
  /** What stands between date and time. */
  readonly separator: string;
}

const SAMPLE = new Date(Date.UTC(2001, 2, 4, 5, 6, 7));
const known = new Map<string, LocaleStyle>();

/** The user's locale as JavaScript writes it: `en-US`. */
export function userLocale(): string {
  return currentTransaction().user.locale.replaceAll('_', '-');
}

export function userTimeZone(): string {
  return currentTransaction().user.timeZone;
}

/** The short date and time of a locale with a year of four digits, as the platform shows them. */
export function styleOf(locale: string): LocaleStyle {
  let style = known.get(locale);
  if (!style) {
    style = {
      date: pattern(locale, { dateStyle: 'short' }),
      time: pattern(locale, { timeStyle: 'short' }),
      longTime: pattern(locale, { timeStyle: 'medium' }),
      separator: separatorOf(locale),
    };
    known.set(locale, style);
  }
  return style;
}

function partsOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(
    SAMPLE,
  );
}

function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).resolvedOptions();
  const letters: Readonly<Record<string, string>> = {
    day: 'd',
    month: 'M',
    hour: hourCycle === 'h12' ? 'h' : 'H',
    minute: 'm',
    second: 's',
  };
  return partsOf(locale, options)
    .map(({ type, value }) => {
      if (type === 'year') return 'yyyy';
      if (type === 'dayPeriod') return 'a';
      const letter = letters[type];
      return letter === undefined ? quoted(value) : letter.repeat(value.length);
    })
    .join('');
}

/** Text of a pattern; special blanks become plain ones. */
function quoted(text: string): string {
  const plain = text.replace(/[\u00a0\u202f]/g, ' ');
  return /[A-Za-z]/.test(plain) ? `'${plain}'` : plain;
}

function separatorOf(locale: string): string {
  const parts = partsOf(locale, { dateStyle: 'short', timeStyle: 'short' });
  const hour = parts.findIndex((part) => part.type === 'hour');
  return parts[hour - 1]?.value ?? ' ';
}

/** 0 is Sunday. */
export function firstDayOfWeek(locale: string): number {
  // The newer name is not in TypeScript's library yet.
  const info = (
    new Intl.Locale(locale) as Intl.Locale & { getWeekInfo(): { firstDay: number } }
  ).getWeekInfo();
  return info.firstDay % 7;
}
