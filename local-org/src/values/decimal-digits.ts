/*
 * The arithmetic under Decimal: a number is `unscaled / 10 ** scale`, exact in a bigint.
 */

/** The constants of `System.RoundingMode`. */
export type RoundingName =
  'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

export interface Digits {
  readonly unscaled: bigint;
  /** Digits after the point; negative for whole tens, hundreds ... */
  readonly scale: number;
}

const powers: bigint[] = [1n];

/** `10 ** exponent` */
export function powerOfTen(exponent: number): bigint {
  if (exponent > 400) return 10n ** BigInt(exponent);
  for (let next = powers.length; next <= exponent; next++) powers.push((powers[next - 1] ?? 1n) * 10n);
  return powers[exponent] ?? 1n;
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** How many digits a number has; 0 has one. */
export function digitCount(value: bigint): number {
  return absolute(value).toString().length;
}

/** Reads `-1.50`, `2E3`; the caller has checked the shape. */
export function parseDigits(text: string): Digits {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e');
  const point = digits.indexOf('.');
  const fraction = point < 0 ? 0 : digits.length - point - 1;
  return { unscaled: BigInt(digits.replace('.', '').replace('+', '')), scale: fraction - Number(exponent) };
}

/** The quotient as a whole number; null when it is not exact and `UNNECESSARY` forbids to round. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingName): bigint | null {
  const quotient = dividend / divisor;
  const rest = absolute(dividend % divisor);
  if (rest === 0n) return quotient;
  if (mode === 'UNNECESSARY') return null;
  const isNegative = dividend < 0n !== divisor < 0n;
  const half = rest * 2n - absolute(divisor);
  return goesAway(mode, isNegative, half, quotient) ? quotient + (isNegative ? -1n : 1n) : quotient;
}

/** Is the quotient, cut off, to go one away from zero? `half`: below, at or above 0 as the rest to one half. */
function goesAway(mode: RoundingName, isNegative: boolean, half: bigint, quotient: bigint): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'CEILING':
      return !isNegative;
    case 'FLOOR':
      return isNegative;
    case 'HALF_UP':
      return half >= 0n;
    case 'HALF_DOWN':
      return half > 0n;
    case 'HALF_EVEN':
      return half > 0n || (half === 0n && quotient % 2n !== 0n);
    default:
      return false;
  }
}

/** With another scale; null when `UNNECESSARY` forbids to round. */
export function rescale({ unscaled, scale }: Digits, wanted: number, mode: RoundingName): Digits | null {
  if (wanted >= scale) return { unscaled: unscaled * powerOfTen(wanted - scale), scale: wanted };
  const rounded = divideRounded(unscaled, powerOfTen(scale - wanted), mode);
  return rounded === null ? null : { unscaled: rounded, scale: wanted };
}

/** The quotient of a division with `scale`; null when `UNNECESSARY` forbids to round. */
export function divideToScale(left: Digits, right: Digits, scale: number, mode: RoundingName): Digits | null {
  const shift = scale + right.scale - left.scale;
  const dividend = shift > 0 ? left.unscaled * powerOfTen(shift) : left.unscaled;
  const divisor = shift < 0 ? right.unscaled * powerOfTen(-shift) : right.unscaled;
  const unscaled = divideRounded(dividend, divisor, mode);
  return unscaled === null ? null : { unscaled, scale };
}

/**
 * The quotient with at most `precision` digits, a half rounded up. An exact one has as few digits as possible, but the
 * difference of the scales at least: Java's rule.
 */
export function divideToPrecision(left: Digits, right: Digits, precision: number): Digits {
  const preferred = left.scale - right.scale;
  if (left.unscaled === 0n) return { unscaled: 0n, scale: preferred };
  const estimate = preferred + precision - digitCount(left.unscaled) + digitCount(right.unscaled);
  // The estimate gives as many digits as wanted or one more.
  const probe = divideToScale(left, right, estimate, 'DOWN') as Digits;
  const scale = digitCount(probe.unscaled) > precision ? estimate - 1 : estimate;
  const exact = divideToScale(left, right, scale, 'UNNECESSARY');
  if (exact) return strip(exact, preferred);
  const rounded = divideToScale(left, right, scale, 'HALF_UP') as Digits;
  if (digitCount(rounded.unscaled) <= precision) return rounded;
  return { unscaled: rounded.unscaled / 10n, scale: scale - 1 };
}

/** Without zeros at the end, but with `minimum` as scale at least. */
export function strip({ unscaled, scale }: Digits, minimum: number): Digits {
  let rest = unscaled;
  let least = scale;
  while (least > minimum && rest % 10n === 0n) {
    rest /= 10n;
    least -= 1;
  }
  return { unscaled: rest, scale: least };
}

export function addDigits(left: Digits, right: Digits): Digits {
  if (left.scale === right.scale) return { unscaled: left.unscaled + right.unscaled, scale: left.scale };
  const scale = Math.max(left.scale, right.scale);
  return { unscaled: raise(left, scale) + raise(right, scale), scale };
}

/** -1, 0 or 1 */
export function compareDigits(left: Digits, right: Digits): number {
  const scale = Math.max(left.scale, right.scale);
  const [one, other] = [raise(left, scale), raise(right, scale)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function raise({ unscaled, scale }: Digits, wanted: number): bigint {
  return wanted === scale ? unscaled : unscaled * powerOfTen(wanted - scale);
}

export function plainText({ unscaled, scale }: Digits): string {
  if (scale <= 0) return unscaled === 0n ? '0' : unscaled.toString() + '0'.repeat(-scale);
  const digits = absolute(unscaled)
    .toString()
    .padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Java's text: scientific (`1E-10`, `1.5E+3`) for negative scales and more than six zeros after the point. */
export function javaText(number: Digits): string {
  const { unscaled, scale } = number;
  const digits = absolute(unscaled).toString();
  const exponent = digits.length - 1 - scale;
  if (scale >= 0 && exponent >= -6) return plainText(number);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${unscaled < 0n ? '-' : ''}${digits.charAt(0)}${fraction}E${exponent < 0 ? '' : '+'}${exponent}`;
}
