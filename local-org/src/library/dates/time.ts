import { ApexTime } from '../../values/time.ts';
import { libraryClass } from '../library.ts';
import { allNoNulls } from '../text/arguments.ts';

export const timeClass = libraryClass({
  name: 'System.Time',
  statics: allNoNulls({
    'newInstance(Integer,Integer,Integer,Integer)': (
      hour: number,
      minute: number,
      second: number,
      millisecond: number,
    ) => ApexTime.of(hour, minute, second, millisecond),
  }),
  methods: allNoNulls({
    'addHours(Integer)': (time: ApexTime, hours: number) => time.plus(hours * 3_600_000),
    'addMilliseconds(Integer)': (time: ApexTime, milliseconds: number) => time.plus(milliseconds),
    'addMinutes(Integer)': (time: ApexTime, minutes: number) => time.plus(minutes * 60_000),
    'addSeconds(Integer)': (time: ApexTime, seconds: number) => time.plus(seconds * 1000),
    'hour()': (time: ApexTime) => time.hour,
    'millisecond()': (time: ApexTime) => time.millisecond,
    'minute()': (time: ApexTime) => time.minute,
    'second()': (time: ApexTime) => time.second,
  }),
});
