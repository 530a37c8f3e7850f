import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { isTimeZone, zoneOffset } from '../../values/datetime.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { noNulls } from '../text/arguments.ts';
import { offsetText } from './format.ts';

/** A time zone by its name in the IANA data. */
export class TimeZone extends PlatformObject {
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.TimeZone');
  }

  /** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)` */
  get displayName(): string {
    const now = currentTransaction().now();
    const options = { timeZone: this.id, timeZoneName: 'long' } as const;
    const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(now);
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? this.id;
    return `(GMT${offsetText(now, this.id, ':')}) ${name} (${this.id})`;
  }

  override toString(): string {
    return this.id;
  }
}

export const timeZoneClass = libraryClass({
  name: 'System.TimeZone',
  statics: {
    // Java takes GMT for a name that it does not know.
    'getTimeZone(String)': noNulls((id: string) => new TimeZone(isTimeZone(id) ? id : 'GMT')),
  },
  methods: {
    'getDisplayName()': (zone: TimeZone) => zone.displayName,
    'getID()': (zone: TimeZone) => zone.id,
    'getOffset(Datetime)': noNulls((zone: TimeZone, moment: ApexDatetime) =>
      zoneOffset(moment.milliseconds, zone.id),
    ),
    'toString()': (zone: TimeZone) => zone.id,
  },
});
