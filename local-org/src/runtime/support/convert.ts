import type { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { type ApexDouble, double } from '../../values/double.ts';
import { toId } from '../../values/id.ts';
import { currentTransaction } from '../context.ts';

/** Lets null through. */
function nullable<From, To>(convert: (value: From) => To): (value: From | null) => To | null {
  return (value) => (value === null ? null : convert(value));
}

/** The conversions between primitives, named `fromTo` as the emitter spells them (`ir/ir.ts`, IrConversion). */
export const convert = {
  integerToLong: nullable((value: number) => BigInt(value)),
  integerToDouble: nullable((value: number) => double(value)),
  integerToDecimal: nullable((value: number) => Decimal.of(value)),
  longToInteger: nullable((value: bigint) => Number(BigInt.asIntN(32, value))),
  longToDouble: nullable((value: bigint) => double(Number(value))),
  longToDecimal: nullable((value: bigint) => Decimal.of(value)),
  doubleToDecimal: nullable((value: ApexDouble) => Decimal.ofDouble(value.value)),
  doubleToInteger: nullable((value: ApexDouble) => Math.trunc(value.value) | 0),
  doubleToLong: nullable((value: ApexDouble) => BigInt.asIntN(64, BigInt(Math.trunc(value.value)))),
  decimalToDouble: nullable((value: Decimal) => double(value.toNumber())),
  decimalToInteger: nullable((value: Decimal) => Number(BigInt.asIntN(32, value.truncate()))),
  decimalToLong: nullable((value: Decimal) => BigInt.asIntN(64, value.truncate())),
  stringToId: nullable((value: string) => toId(value)),
  idToString: (value: string | null) => value,
  /** Midnight in GMT, wherever the user is. */
  dateToDatetime: nullable((value: ApexDate) => new ApexDatetime(value.milliseconds)),
  datetimeToDate: nullable((value: ApexDatetime) => value.date(currentTransaction().user.timeZone)),
};
