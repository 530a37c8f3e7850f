import { throwApex } from '../../runtime/faults.ts';
import { Decimal } from '../../values/decimal.ts';
import type { RoundingName } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import type { EnumValue } from '../../values/enum.ts';
import { libraryClass } from '../library.ts';
import { allNoNulls } from '../text/arguments.ts';
import { wrapInteger, wrapLong } from './convert.ts';
import { formatNumber } from './number-format.ts';

const MAXIMUM_EXPONENT = 32_767;

/** The rounding that a constant of `System.RoundingMode` names. */
export function roundingOf(mode: EnumValue): RoundingName {
  return mode.name as RoundingName;
}

function pow(base: Decimal, exponent: number): Decimal {
  if (exponent < 0 || exponent > MAXIMUM_EXPONENT) throwApex('System.MathException', 'Invalid operation');
  return base.pow(exponent);
}

export const decimalClass = libraryClass({
  name: 'System.Decimal',
  statics: allNoNulls({
    'valueOf(Double)': (value: ApexDouble) => Decimal.ofDouble(value.value),
    'valueOf(Long)': (value: bigint) => Decimal.of(value),
    'valueOf(String)': (text: string) => Decimal.of(text),
  }),
  methods: allNoNulls({
    'abs()': (value: Decimal) => value.abs(),
    'divide(Decimal,Integer)': (value: Decimal, divisor: Decimal, scale: number) =>
      value.divide(divisor, scale),
    'divide(Decimal,Integer,Object)': (value: Decimal, divisor: Decimal, scale: number, mode: EnumValue) =>
      value.divide(divisor, scale, roundingOf(mode)),
    'doubleValue()': (value: Decimal) => new ApexDouble(value.toNumber()),
    'format()': (value: Decimal) => formatNumber(value.toPlainString()),
    'intValue()': (value: Decimal) => wrapInteger(value.truncate()),
    'longValue()': (value: Decimal) => wrapLong(value.truncate()),
    'pow(Integer)': pow,
    'precision()': (value: Decimal) => value.precision,
    'round()': (value: Decimal) => wrapLong(value.round()),
    'round(RoundingMode)': (value: Decimal, mode: EnumValue) => wrapLong(value.round(roundingOf(mode))),
    'scale()': (value: Decimal) => value.scale,
    'setScale(Integer)': (value: Decimal, scale: number) => value.setScale(scale),
    'setScale(Integer,RoundingMode)': (value: Decimal, scale: number, mode: EnumValue) =>
      value.setScale(scale, roundingOf(mode)),
    'stripTrailingZeros()': (value: Decimal) => value.stripTrailingZeros(),
    'toPlainString()': (value: Decimal) => value.toPlainString(),
  }),
});
