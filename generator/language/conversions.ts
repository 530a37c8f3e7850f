/**
 * Pure conversions between a Salesforce value and a billing value, by name. The generator emits a call of the method
 * of that name on `BillingConversion`; nothing here is executed.
 */
import type { Day } from './fields.ts';
import type { DateOnly, DateTime, Decimal } from './wire.ts';

/** A named conversion from Salesforce values `S` to billing values `B` and back. */
export interface Conversion<S, B> {
  readonly name: string;
  readonly __salesforce?: S;
  readonly __billing?: B;
}

/** A Salesforce date, as midnight in the tenant's time zone; midnight UTC would be the evening before out west. */
export declare const dateInTenantZone: Conversion<Day, DateTime | DateOnly>;
/** Money with at most `scale` digits of the field; rounds half up when reading. */
export declare const money: Conversion<number, Decimal>;
/** Text without blanks at both ends; text of blanks alone counts as empty. */
export declare const trimmedText: Conversion<string, string>;
/** Text cut to the Salesforce field's length when reading; the billing text is never written back. */
export declare const shortenedText: Conversion<string, string>;
/** First line of a street, and the remaining lines joined: the field's line breaks part them. */
export declare const firstLine: Conversion<string, string>;
export declare const furtherLines: Conversion<string, string>;
