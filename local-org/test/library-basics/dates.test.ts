import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimeZone } from '../../src/library/dates/time-zone.ts';
import { ApexDate } from '../../src/values/date.ts';
import { ApexDatetime } from '../../src/values/datetime.ts';
import { ApexTime } from '../../src/values/time.ts';
import { call, inApex, thrown } from './support.ts';

type Value = ReturnType<typeof call>;
const date = (key: string, ...values: Value[]): Value => call('System.Date', key, ...values);
const datetime = (key: string, ...values: Value[]): Value => call('System.Datetime', key, ...values);
const iso = (moment: ApexDatetime): string => moment.toIsoString();
const leapDay = ApexDate.of(2024, 2, 29);
/** 10:05:06.007 in the morning in Los Angeles. */
const moment = new ApexDatetime(Date.parse('2024-02-29T18:05:06.007Z'));

test(
  'dates',
  inApex(() => {
    assert.equal(date('daysInMonth(Integer,Integer)', 2024, 2), 29);
    assert.equal(date('isLeapYear(Integer)', 1900), false);
    assert.equal(date('daysBetween(Date)', leapDay, ApexDate.of(2024, 3, 31)), 31);
    assert.equal(date('monthsBetween(Date)', leapDay, ApexDate.of(2025, 1, 1)), 11);
    assert.equal(date('toStartOfWeek()', leapDay).toIsoString(), '2024-02-25');
    assert.equal(date('toStartOfMonth()', leapDay).toIsoString(), '2024-02-01');
    assert.equal(date('format()', leapDay), '2/29/2024');
    assert.equal(date('today()').toIsoString(), '2024-02-29');
  }),
);

test(
  'dates from texts',
  inApex(() => {
    assert.equal(date('valueOf(String)', '2024-02-29 23:00:00').toIsoString(), '2024-02-29');
    assert.equal(date('valueOf(String)', '2024-2-9').toIsoString(), '2024-02-09');
    assert.equal(date('parse(String)', '2/29/2024').toIsoString(), '2024-02-29');
    assert.equal(
      thrown(() => date('valueOf(String)', 'x')),
      'System.TypeException: Invalid date: x',
    );
    assert.equal(
      thrown(() => date('parse(String)', '2/30/2024')),
      'System.TypeException: Invalid date: 2/30/2024',
    );
    assert.equal(
      thrown(() => date('valueOf(String)', null)),
      'System.NullPointerException: Argument cannot be null.',
    );
  }),
);

test(
  'dates elsewhere',
  inApex(
    () => {
      assert.equal(date('today()').toIsoString(), '2024-03-01');
      assert.equal(date('format()', leapDay), '29.02.2024');
      assert.equal(date('parse(String)', '29.2.2024').toIsoString(), '2024-02-29');
      assert.equal(date('toStartOfWeek()', leapDay).toIsoString(), '2024-02-26');
      assert.equal(datetime('format(String)', moment, 'EEEE, d. MMMM yyyy'), 'Freitag, 1. März 2024');
    },
    { locale: 'de_DE', timeZone: 'Asia/Tokyo' },
  ),
);

test(
  'datetimes from fields',
  inApex(() => {
    const fields = [2024, 2, 29, 10, 5, 6] as const;
    const key = '(Integer,Integer,Integer,Integer,Integer,Integer)';
    assert.equal(iso(datetime(`newInstance${key}`, ...fields)), '2024-02-29T18:05:06.000Z');
    assert.equal(iso(datetime(`newInstanceGmt${key}`, ...fields)), '2024-02-29T10:05:06.000Z');
    assert.equal(iso(datetime(`newInstanceGmt${key}`, 2024, 2, 29, 25, 0, -1)), '2024-03-01T00:59:59.000Z');
    assert.equal(
      iso(datetime('newInstance(Integer,Integer,Integer)', 2024, 7, 1)),
      '2024-07-01T07:00:00.000Z',
    );
    assert.equal(
      iso(datetime('newInstance(Date,Time)', leapDay, ApexTime.of(1, 2, 3, 4))),
      '2024-02-29T09:02:03.004Z',
    );
    assert.equal(iso(datetime('newInstance(Long)', 1000n)), '1970-01-01T00:00:01.000Z');
    assert.equal(iso(datetime('now()')), '2024-02-29T18:20:30.400Z');
  }),
);

test(
  'datetimes from texts',
  inApex(() => {
    assert.equal(iso(datetime('valueOf(String)', '2024-02-29 10:05:06')), '2024-02-29T18:05:06.000Z');
    assert.equal(iso(datetime('valueOfGmt(String)', '2024-02-29 10:05:06')), '2024-02-29T10:05:06.000Z');
    assert.equal(iso(datetime('parse(String)', '10/14/2011 11:46 AM')), '2011-10-14T18:46:00.000Z');
    assert.equal(iso(datetime('parse(String)', '2/29/2024, 12:00 AM')), '2024-02-29T08:00:00.000Z');
    assert.equal(
      thrown(() => datetime('valueOf(String)', '2024-02-29')),
      'System.TypeException: Invalid date/time: 2024-02-29',
    );
    assert.equal(
      thrown(() => datetime('parse(String)', 'x')),
      'System.TypeException: Invalid date/time: x',
    );
  }),
);

test(
  'fields of datetimes',
  inApex(() => {
    assert.deepEqual([datetime('hour()', moment), datetime('hourGmt()', moment)], [10, 18]);
    assert.deepEqual([datetime('dayOfYear()', moment), datetime('millisecond()', moment)], [60, 7]);
    assert.equal(datetime('date()', new ApexDatetime(Date.UTC(2024, 0, 1))).toIsoString(), '2023-12-31');
    assert.equal(datetime('dateGmt()', new ApexDatetime(Date.UTC(2024, 0, 1))).toIsoString(), '2024-01-01');
    assert.equal(String(datetime('time()', moment)), '10:05:06.007Z');
    assert.equal(datetime('getTime()', moment), 1709229906007n);
  }),
);

test(
  'sums of datetimes',
  inApex(() => {
    assert.equal(iso(datetime('addMonths(Integer)', moment, 12)), '2025-02-28T18:05:06.007Z');
    assert.equal(iso(datetime('addMonths(Integer)', moment, 5)), '2024-07-29T17:05:06.007Z');
    assert.equal(iso(datetime('addHours(Integer)', moment, -1)), '2024-02-29T17:05:06.007Z');
    assert.equal(iso(datetime('addSeconds(Integer)', moment, 60)), '2024-02-29T18:06:06.007Z');
    assert.ok(datetime('isSameDay(Datetime)', moment, new ApexDatetime(Date.parse('2024-03-01T07:00:00Z'))));
  }),
);

test(
  'datetimes in patterns',
  inApex(() => {
    const rows: [string, string][] = [
      ['yyyy-MM-dd HH:mm:ss.SSS', '2024-02-29 10:05:06.007'],
      ["yyyy-MM-dd'T'HH:mm:ssXXX", '2024-02-29T10:05:06-08:00'],
      ['EEE, d MMM yy h:mm a z', 'Thu, 29 Feb 24 10:05 AM PST'],
      ['EEEE MMMM', 'Thursday February'],
      ["h 'o''clock' a", "10 o'clock AM"],
      ['Z X D w W F u k K G', '-0800 -08 60 9 5 5 4 10 10 AD'],
      ['YYYY', '2024'],
    ];
    for (const [pattern, text] of rows)
      assert.equal(datetime('format(String)', moment, pattern), text, pattern);
    assert.equal(datetime('formatGmt(String)', moment, "HH:mm'Z' z"), '18:05Z GMT');
    assert.equal(datetime('format(String,String)', moment, 'HH:mm', 'Europe/Berlin'), '19:05');
    assert.equal(datetime('format()', moment), '2/29/2024, 10:05 AM');
    assert.equal(datetime('formatLong()', moment), '2/29/2024, 10:05:06 AM PST');
    assert.equal(
      thrown(() => datetime('format(String)', moment, 'b')),
      "System.IllegalArgumentException: Illegal pattern character 'b'",
    );
  }),
);

test(
  'times',
  inApex(() => {
    const time = call('System.Time', 'newInstance(Integer,Integer,Integer,Integer)', 18, 30, 2, 20);
    assert.equal(String(call('System.Time', 'addMinutes(Integer)', time, 45)), '19:15:02.020Z');
    assert.deepEqual(
      ['hour()', 'minute()', 'second()', 'millisecond()'].map((key) => call('System.Time', key, time)),
      [18, 30, 2, 20],
    );
  }),
);

test(
  'time zones',
  inApex(() => {
    const zone = call('System.TimeZone', 'getTimeZone(String)', 'America/Los_Angeles');
    assert.equal(call('System.TimeZone', 'getOffset(Datetime)', zone, moment), -28_800_000);
    assert.equal(
      call('System.TimeZone', 'getDisplayName()', zone),
      '(GMT-08:00) Pacific Standard Time (America/Los_Angeles)',
    );
    assert.equal(String(zone), 'America/Los_Angeles');
    assert.equal((call('System.TimeZone', 'getTimeZone(String)', 'Nowhere') as TimeZone).id, 'GMT');
  }),
);
