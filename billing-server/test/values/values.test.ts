/** Dates, decimals, bodies: what is written is what was meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateTime } from 'luxon';
import fc from 'fast-check';
import { parseDay, TenantZone } from '../../src/clock/zone.ts';
import { cycleBoundaryAfter, periodAt } from '../../src/domain/invoices/periods.ts';
import { Problem } from '../../src/http/problem.ts';
import { amountOf, moneyText, rounded } from '../../src/money/decimal.ts';
import { parseJson } from '../../src/wire/json.ts';

const ZONES = ['America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('dates are written as luxon would write them, and read back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), moment, (name, date) => {
      const zone = new TenantZone(name);
      const instant = date.toISOString();
      const expected = DateTime.fromISO(instant, { zone: name }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
      assert.equal(zone.format(instant), expected);
      assert.equal(zone.parse(zone.format(instant, true)), instant);
    }),
    { numRuns: 500 },
  );
});

test('dates that are none are not read', () => {
  const zone = new TenantZone('America/Chicago');
  for (const text of [
    '2025-02-30',
    '2025-13-01',
    '2025-03-01T25:00:00Z',
    '2025-03-01T00:00:00',
    'now',
    '',
    '0000-01-01',
    '20250301',
    '2025-W10',
  ]) {
    assert.equal(zone.parse(text), undefined, text);
  }
  assert.equal(zone.parse('2025-03-01'), '2025-03-01T06:00:00.000Z');
  assert.equal(parseDay('2025-02-29'), undefined);
  assert.throws(() => new TenantZone('Mars/Base'), /is not a time zone/);
});

test('a price period holds its moment, and periods follow one another', () => {
  const zone = new TenantZone('America/Chicago');
  const period = fc.constantFrom(
    'DAY',
    'WEEK',
    'TWOWEEKS',
    'TWICEAMONTH',
    'MONTH',
    'QUARTER',
    'YEAR',
    'BILLCYCLE',
  );
  const between = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(period, fc.integer({ min: 1, max: 3 }), between, between, (name, amount, anchor, at) => {
      const price = {
        anchor: zone.startOfDay(anchor.toISOString()),
        recurrence_period: name,
        recurrence_amount: amount,
      } as const;
      const { start, end } = periodAt(zone, price, 'monthly', at.toISOString());
      assert.ok(start <= at.toISOString() && at.toISOString() < end, `${start} ${end}`);
      assert.equal(periodAt(zone, price, 'monthly', end).start, end);
    }),
    { numRuns: 300 },
  );
});

test('the boundary of a cycle is at or after the moment, and at most one period away', () => {
  const zone = new TenantZone('America/Chicago');
  const cycle = {
    bill_cycle_type: 'monthly',
    start_date: '2025-03-01T06:00:00.000Z',
    end_date: '2025-04-01T05:00:00.000Z',
  } as const;
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      (date) => {
        const boundary = cycleBoundaryAfter(zone, cycle, date.toISOString());
        assert.ok(boundary >= date.toISOString());
        assert.ok(zone.plusMonths(boundary, -1) < date.toISOString());
        assert.equal(zone.local(boundary).day, 1);
      },
    ),
  );
});

test('decimals are exact', () => {
  assert.equal(amountOf('0.1').plus('0.2').toFixed(), '0.3');
  assert.equal(amountOf('99999999999999999.99').plus('0.01').toFixed(2), '100000000000000000.00');
  assert.equal(moneyText(rounded(amountOf('2.675'), 'USD'), 'USD'), '2.68');
  assert.equal(moneyText(rounded(amountOf('-2.675'), 'USD'), 'USD'), '-2.68');
  assert.equal(moneyText(rounded(amountOf('1234.5'), 'JPY'), 'JPY'), '1235');
});

test('long numbers of a body keep their digits', () => {
  assert.deepEqual(parseJson('{"a":12345678901234567890.123,"b":1.5}'), {
    a: '12345678901234567890.123',
    b: 1.5,
  });
});

test('any text is a JSON value or refused as 400', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        assert.deepEqual(JSON.stringify(parseJson(text)), JSON.stringify(parseJson(text)));
      } catch (error) {
        assert.ok(error instanceof Problem && error.status === 400);
      }
    }),
  );
});
