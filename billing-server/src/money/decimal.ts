/** Exact decimal money. Amounts are decimal texts in records and `Decimal` in arithmetic; never floats. */
import { Decimal } from 'decimal.js';

/** Enough digits for 18 before and 20 after the point in every product. */
const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -1e9,
  toExpPos: 1e9,
});

/** An exact decimal number. */
export type Amount = Decimal;

/** A decimal as records hold it: `-?digits(.digits)?`. */
export type DecimalText = string;

/** Currencies whose smallest unit is not a hundredth. */
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3, BHD: 3 };

/** Digits after the point of an amount in a currency. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

export const ZERO: Amount = new Exact(0);

/** The exact value of a decimal text, an integer or another amount; absent counts as zero. */
export function amountOf(value: DecimalText | number | Amount | null | undefined): Amount {
  return new Exact(value ?? 0);
}

/** Rounded to the currency's smallest unit, half away from zero. */
export function rounded(amount: Amount, currency: string): Amount {
  return amount.toDecimalPlaces(minorDigits(currency), Decimal.ROUND_HALF_UP);
}

/** As records hold money: with all digits of the currency. */
export function moneyText(amount: Amount, currency: string): DecimalText {
  return amount.toFixed(minorDigits(currency));
}

/** As records hold other decimals: without trailing zeros. */
export function decimalText(amount: Amount): DecimalText {
  return amount.toFixed();
}

/** Exact sum. */
export function sum(amounts: Iterable<Amount | DecimalText>): Amount {
  let total = ZERO;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

export function smaller(one: Amount, other: Amount): Amount {
  return one.lessThan(other) ? one : other;
}

/** Whole smallest units, which SQL adds exactly. */
export function minorUnits(amount: DecimalText, currency: string): number {
  return amountOf(amount)
    .times(amountOf(10).pow(minorDigits(currency)))
    .round()
    .toNumber();
}

/** From whole smallest units back to money. */
export function ofMinorUnits(units: number, currency: string): Amount {
  return amountOf(units).dividedBy(amountOf(10).pow(minorDigits(currency)));
}
