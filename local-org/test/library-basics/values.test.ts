import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Blob } from '../../src/values/blob.ts';
import { ApexDate, daysInMonth } from '../../src/values/date.ts';
import { ApexDatetime, fromLocal, toLocal } from '../../src/values/datetime.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { compareDoubles, doubleHash, doubleText } from '../../src/values/double.ts';
import { isId, restoreIdCase, sameId, to18, toId } from '../../src/values/id.ts';
import { ApexTime } from '../../src/values/time.ts';
import { inApex, thrown } from './support.ts';

const decimal = (text: string): Decimal => Decimal.of(text);
const SEED = { seed: 20240229 };

test('a decimal keeps its scale', () => {
  assert.equal(String(decimal('1.10')), '1.10');
  assert.equal(String(decimal('1.10').plus(decimal('2'))), '3.10');
  assert.equal(String(decimal('1.10').times(decimal('2.00'))), '2.2000');
  assert.equal(String(Decimal.of(5)), '5');
  assert.equal(String(Decimal.ofDouble(5)), '5.0');
  assert.equal(String(Decimal.ofDouble(0.1)), '0.1');
});

test('a quotient is exact or has 33 digits', () => {
  assert.equal(String(decimal('1.0').dividedBy(decimal('3.0'))), `0.${'3'.repeat(33)}`);
  assert.equal(String(decimal('2').dividedBy(decimal('3'))), `0.${'6'.repeat(32)}7`);
  assert.equal(String(decimal('2.10').dividedBy(decimal('2.0'))), '1.05');
  assert.equal(String(decimal('1').dividedBy(decimal('4'))), '0.25');
});

test(
  'decimals that can not be',
  inApex(() => {
    assert.equal(
      thrown(() => decimal('1').dividedBy(Decimal.zero)),
      'System.MathException: Divide by 0',
    );
    assert.equal(
      thrown(() => decimal('abc')),
      'System.TypeException: Invalid decimal: abc',
    );
    assert.equal(
      thrown(() => decimal('1.5').setScale(0, 'UNNECESSARY')),
      'System.MathException: Rounding necessary',
    );
  }),
);

test('decimals round half to even unless told otherwise', () => {
  assert.equal(String(decimal('2.5').setScale(0)), '2');
  assert.equal(String(decimal('3.5').setScale(0)), '4');
  assert.equal(String(decimal('2.345').setScale(2, 'HALF_UP')), '2.35');
  assert.equal(String(decimal('2.345').setScale(2, 'DOWN')), '2.34');
  assert.equal(String(decimal('-2.5').setScale(0, 'CEILING')), '-2');
  assert.equal(String(decimal('1').setScale(2)), '1.00');
});

test('sums just below the safe integers are exact too', () => {
  const sum = decimal('-8232165567.211657').minus(decimal('3253555298.9635'));
  assert.equal(String(sum), '-11485720866.175157');
  const least = decimal(String(Number.MIN_SAFE_INTEGER));
  assert.equal(String(decimal(String(Number.MAX_SAFE_INTEGER)).negate()), String(least));
  assert.equal(String(least.plus(decimal('-2.5'))), '-9007199254740993.5');
});

test('very small and very large decimals', () => {
  assert.equal(String(decimal('0.0000000001')), '1E-10');
  assert.equal(String(decimal('0.000001')), '0.000001');
  assert.equal(String(decimal('100').stripTrailingZeros()), '1E+2');
  assert.equal(decimal('1E+2').toPlainString(), '100');
  assert.equal(decimal('-12.5E-3').toPlainString(), '-0.0125');
});

test('equal decimals may have different hashes', () => {
  assert.ok(decimal('1.1').equals(decimal('1.10')));
  // Java: new BigDecimal("1.1").hashCode() == 342, "1.10" 3412, "-1.1" -340.
  assert.equal(decimal('1.1').hashCode(), 342);
  assert.equal(decimal('1.10').hashCode(), 3412);
  assert.equal(decimal('-1.1').hashCode(), -340);
});

test('sums of decimals are exact', () => {
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  fc.assert(
    fc.property(cents, cents, (left, right) => {
      const asDecimal = (value: bigint): Decimal => Decimal.of(value).dividedBy(Decimal.of(100)).setScale(2);
      assert.ok(
        asDecimal(left)
          .plus(asDecimal(right))
          .equals(asDecimal(left + right)),
      );
      assert.ok(
        asDecimal(left)
          .minus(asDecimal(right))
          .equals(asDecimal(left - right)),
      );
    }),
    SEED,
  );
});

test("a double has Java's text", () => {
  const texts: [number, string][] = [
    [1, '1.0'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [1e7, '1.0E7'],
    [9999999, '9999999.0'],
    [12345678.9, '1.23456789E7'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [1e21, '1.0E21'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ];
  for (const [value, text] of texts) assert.equal(doubleText(value), text);
});

test("doubles have Java's order and hash", () => {
  assert.equal(compareDoubles(NaN, Infinity), 1);
  assert.equal(compareDoubles(-0, 0), -1);
  assert.equal(doubleHash(1.5), 1073217536);
  assert.equal(doubleHash(NaN), 2146959360);
});

test('a date is a day of the calendar', () => {
  const leapDay = ApexDate.of(2024, 2, 29);
  assert.equal(leapDay.toIsoString(), '2024-02-29');
  assert.equal(String(leapDay), '2024-02-29 00:00:00');
  assert.equal(leapDay.addYears(1).toIsoString(), '2025-02-28');
  assert.equal(ApexDate.of(2024, 1, 31).addMonths(1).toIsoString(), '2024-02-29');
  assert.equal(ApexDate.of(2023, 14, 1).toIsoString(), '2024-02-01');
  assert.equal(ApexDate.of(99, 1, 1).toIsoString(), '0099-01-01');
  assert.equal(leapDay.dayOfYear, 60);
});

test('adding months never leaves the wanted month', () => {
  const days = fc.integer({ min: -200_000, max: 200_000 });
  fc.assert(
    fc.property(days, fc.integer({ min: -500, max: 500 }), (day, months) => {
      const before = new ApexDate(day);
      const after = before.addMonths(months);
      assert.equal(after.year * 12 + after.month, before.year * 12 + before.month + months);
      assert.equal(after.day, Math.min(before.day, daysInMonth(after.year, after.month)));
    }),
    SEED,
  );
});

test('clocks are turned forward and back', () => {
  const zone = 'America/Los_Angeles';
  const at = (text: string): string => new Date(fromLocal(Date.parse(`${text}Z`), zone)).toISOString();
  assert.equal(at('2024-03-10T01:59:59'), '2024-03-10T09:59:59.000Z');
  assert.equal(at('2024-03-10T02:30:00'), '2024-03-10T10:30:00.000Z');
  assert.equal(at('2024-03-10T03:00:00'), '2024-03-10T10:00:00.000Z');
  assert.equal(at('2024-11-03T01:30:00'), '2024-11-03T09:30:00.000Z');
  assert.equal(at('2024-11-03T00:59:00'), '2024-11-03T07:59:00.000Z');
});

test('what a clock shows leads back to the moment', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'Asia/Kolkata',
    'America/New_York',
    'Australia/Lord_Howe',
    'GMT',
  );
  const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const local = toLocal(moment, zone);
      assert.equal(toLocal(fromLocal(local, zone), zone), local);
    }),
    SEED,
  );
});

test('a datetime has local text and GMT text', () => {
  const moment = new ApexDatetime(Date.UTC(2024, 1, 29, 3, 4, 5));
  assert.equal(String(moment), '2024-02-29 03:04:05');
  assert.equal(moment.toLocalString('America/Los_Angeles'), '2024-02-28 19:04:05');
});

test('a time goes round', () => {
  assert.equal(String(ApexTime.of(10, 20, 30, 0)), '10:20:30.000Z');
  assert.equal(String(ApexTime.of(23, 0, 0, 5).plus(2 * 3_600_000)), '01:00:00.005Z');
  assert.equal(String(ApexTime.of(0, 0, 0, 0).plus(-1)), '23:59:59.999Z');
});

test(
  'a blob is bytes',
  inApex(() => {
    assert.equal(Blob.ofText('größe').size, 7);
    assert.equal(Blob.ofText('größe').toText(), 'größe');
    assert.equal(String(Blob.ofText('abc')), 'Blob[3]');
    assert.equal(
      thrown(() => new Blob(Uint8Array.of(255)).toText()),
      'System.StringException: BLOB is not a valid UTF-8 string',
    );
  }),
);

test(
  'ids of 15 and 18 characters',
  inApex(() => {
    assert.equal(to18('0013000000f3adA'), '0013000000f3adAAAQ');
    assert.equal(toId('001D000000IqhSL'), '001D000000IqhSLIAZ');
    assert.ok(isId('001D000000IqhSLIAZ'));
    assert.equal(toId('001000000000000017'), '001000000000000017');
    assert.ok(!sameId('001000000000000017', '001000000000000018'));
    assert.ok(sameId('001D000000IqhSL', '001D000000IqhSLIAZ'));
    assert.equal(restoreIdCase('001d000000iqhsliaz'), '001D000000IqhSLIAZ');
    assert.equal(
      thrown(() => toId('xyz')),
      'System.StringException: Invalid id: xyz',
    );
  }),
);
