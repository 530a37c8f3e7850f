import { currentTransaction } from '../../runtime/context.ts';

/** A number, given as text so that no digit is lost, in the user's locale: grouped, with up to three decimals. */
export function formatNumber(digits: string): string {
  const locale = currentTransaction().user.locale.replaceAll('_', '-');
  // Intl takes numbers as text; TypeScript wants the literal type of a numeric text.
  return new Intl.NumberFormat(locale, { roundingMode: 'halfEven' }).format(digits as `${number}`);
}
