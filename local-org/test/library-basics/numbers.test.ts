import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../src/values/decimal.ts';
import { double } from '../../src/values/double.ts';
import { mathClass } from '../../src/library/numbers/math.ts';
import { call, inApex, roundingMode, thrown } from './support.ts';

type Value = ReturnType<typeof call>;
const math = (key: string, ...values: Value[]): Value => call('System.Math', key, ...values);
const decimal = (text: string): Decimal => Decimal.of(text);

test(
  'whole numbers from texts',
  inApex(() => {
    const integer = (text: string | null): Value => call('System.Integer', 'valueOf(String)', text);
    assert.equal(integer('-12'), -12);
    assert.equal(integer('2147483647'), 2147483647);
    assert.equal(
      thrown(() => integer('1.5')),
      'System.TypeException: Invalid integer: 1.5',
    );
    assert.equal(
      thrown(() => integer('2147483648')),
      'System.TypeException: Invalid integer: 2147483648',
    );
    assert.equal(
      thrown(() => integer('')),
      'System.TypeException: Invalid integer: ',
    );
    assert.equal(
      thrown(() => integer(null)),
      'System.NullPointerException: Argument cannot be null.',
    );
    assert.equal(call('System.Integer', 'valueOf(Object)', decimal('3.9')), 3);
    assert.equal(call('System.Long', 'valueOf(String)', '9223372036854775807'), 9223372036854775807n);
    assert.equal(
      thrown(() => call('System.Long', 'valueOf(String)', '9223372036854775808')),
      'System.TypeException: Invalid long: 9223372036854775808',
    );
    assert.equal(call('System.Long', 'intValue()', 4294967297n), 1);
  }),
);

test(
  'doubles',
  inApex(() => {
    assert.equal(String(call('System.Double', 'valueOf(String)', '3.14')), '3.14');
    assert.equal(
      thrown(() => call('System.Double', 'valueOf(String)', 'x')),
      'System.TypeException: Invalid double: x',
    );
    assert.equal(call('System.Double', 'round()', double(-2.5)), -2n);
    assert.equal(call('System.Double', 'longValue()', double(2.9)), 2n);
    assert.equal(call('System.Double', 'intValue()', double(1e12)), 2147483647);
  }),
);

test(
  'decimals',
  inApex(() => {
    const of = (key: string, ...values: Value[]): string => String(call('System.Decimal', key, ...values));
    assert.equal(of('divide(Decimal,Integer)', decimal('19'), decimal('100'), 3), '0.190');
    assert.equal(
      of('divide(Decimal,Integer,Object)', decimal('1'), decimal('8'), 2, roundingMode('UP')),
      '0.13',
    );
    assert.equal(of('pow(Integer)', decimal('1.5'), 2), '2.25');
    assert.equal(of('precision()', decimal('123.45')), '5');
    assert.equal(of('round()', decimal('4.5')), '4');
    assert.equal(of('round(RoundingMode)', decimal('4.5'), roundingMode('HALF_UP')), '5');
    assert.equal(of('stripTrailingZeros()', decimal('100.10')), '100.1');
    assert.equal(of('toPlainString()', decimal('1E-10')), '0.0000000001');
    assert.equal(of('intValue()', decimal('2147483648.9')), '-2147483648');
    assert.equal(of('format()', decimal('1234567.8')), '1,234,567.8');
    assert.equal(
      thrown(() => of('pow(Integer)', decimal('1'), -1)),
      'System.MathException: Invalid operation',
    );
  }),
);

test(
  "numbers in the user's locale",
  inApex(
    () => {
      assert.equal(call('System.Decimal', 'format()', decimal('1234.5678')), '1.234,568');
      assert.equal(call('System.Integer', 'format()', -1234), '-1.234');
    },
    { locale: 'de_DE' },
  ),
);

test(
  'rounding',
  inApex(() => {
    assert.equal(math('round(Decimal)', decimal('4.5')), 4);
    assert.equal(math('round(Decimal)', decimal('5.5')), 6);
    assert.equal(math('round(Double)', double(4.5)), 5);
    assert.equal(math('roundToLong(Decimal)', decimal('2147483648.5')), 2147483648n);
    assert.equal(String(math('ceil(Decimal)', decimal('1.2'))), '2');
    assert.equal(String(math('floor(Decimal)', decimal('-1.2'))), '-2');
    assert.equal(String(math('rint(Double)', double(2.5))), '2.0');
    assert.equal(String(math('rint(Double)', double(3.5))), '4.0');
  }),
);

test(
  'other mathematics',
  inApex(() => {
    assert.equal(math('abs(Integer)', -5), 5);
    assert.equal(math('abs(Integer)', -2147483648), -2147483648);
    assert.equal(math('mod(Integer,Integer)', -7, 3), -1);
    assert.equal(
      thrown(() => math('mod(Integer,Integer)', 1, 0)),
      'System.MathException: Divide by 0',
    );
    assert.equal(
      thrown(() => math('mod(Long,Long)', 1n, 0n)),
      'System.MathException: Divide by 0',
    );
    assert.equal(math('max(Integer,Integer)', 1, 2), 2);
    assert.equal(math('min(Long,Long)', 1n, 2n), 1n);
    assert.equal(String(math('max(Decimal,Double)', decimal('1.50'), double(1.25))), '1.50');
    assert.equal(
      thrown(() => math('max(Integer,Integer)', 1, null)),
      'System.NullPointerException: Argument cannot be null.',
    );
    assert.equal(String(math('sqrt(Double)', double(2))), '1.4142135623730951');
    assert.equal(String(math('sqrt(Decimal)', decimal('4'))), '2.0');
    assert.equal(String(math('pow(Double,Double)', double(2), double(10))), '1024.0');
    assert.equal(String(math('signum(Decimal)', decimal('-3.2'))), '-1');
    assert.equal(String(mathClass.staticProperties?.['PI']?.get()), '3.141592653589793');
    const random = math('random()').value;
    assert.ok(random >= 0 && random < 1);
  }),
);
