import type { FieldModel } from '../schema/model.ts';

/** A number as a page shows it: grouped, with the digits of the field, money with its sign, `%` behind a percent. */
export function numberText(
  { type, scale }: Pick<FieldModel, 'type' | 'scale'>,
  digits: string,
  locale: string,
  currency: string,
): string {
  const places = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const style = type === 'CURRENCY' ? ({ style: 'currency', currency } as const) : {};
  const format = new Intl.NumberFormat(locale.replaceAll('_', '-'), { ...style, ...places });
  // Intl takes numbers as text, which loses no digit; TypeScript wants the literal type of a numeric text.
  return format.format(digits as `${number}`) + (type === 'PERCENT' ? '%' : '');
}
