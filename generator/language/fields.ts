/**
 * Fields of Salesforce objects. Each function describes one field type with the properties that the platform asks
 * for; the TSDoc above the property becomes the field's description.
 */

/** What every field has. */
export interface FieldCommon {
  /** Shown to people, at most 40 characters. */
  readonly label: string;
  /** Bubble help, at most 510 characters. Reaches only new installs after a release. */
  readonly help?: string;
  /** The record can't be saved without it. Such a field must not be listed in a permission set. */
  readonly required?: boolean;
}

/** A field type as the type system sees it: `Kind` decides which billing types fit. */
export interface Field<Kind extends string = string, Value = unknown> {
  readonly kind: Kind;
  /** Present in the type only: the values this field can hold. */
  readonly __value?: Value;
}

declare const brand: unique symbol;
/** A calendar day, as a Salesforce date field holds it. */
export type Day = Date & { readonly [brand]: 'day' };
/** An instant, as a Salesforce date-time field holds it. */
export type Instant = Date & { readonly [brand]: 'instant' };
/** The id of a record of `Target`. */
export type LinkTo<Target extends string> = { readonly [brand]: 'link'; readonly target: Target };

export interface TextOptions extends FieldCommon {
  /** 1 to 255 characters. */
  readonly length: number;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly caseSensitive?: boolean;
}
export interface LongTextOptions extends FieldCommon {
  /** 256 to 131,072 characters. */
  readonly length: number;
  readonly visibleLines: number;
}
export interface NumberOptions extends FieldCommon {
  /** Digits in all, at most 18. */
  readonly precision: number;
  /** Digits after the point. */
  readonly scale: number;
  readonly default?: number;
  readonly externalId?: boolean;
  readonly unique?: boolean;
}
export interface CheckboxOptions extends FieldCommon {
  readonly default: boolean;
}
export interface PicklistOptions<Value extends string> extends FieldCommon {
  /** The values in their order; a restricted list. */
  readonly values: readonly Value[];
  readonly default?: Value;
}
export interface LookupOptions extends FieldCommon {
  /** Name of the child relationship, plural, without `__r`. */
  readonly relationship: string;
  readonly relationshipLabel?: string;
  readonly onDelete?: 'SetNull' | 'Restrict' | 'Cascade';
}
export interface MasterDetailOptions extends FieldCommon {
  readonly relationship: string;
  readonly relationshipLabel?: string;
  readonly reparentable?: boolean;
}
export interface FormulaOptions extends FieldCommon {
  readonly returns: 'Text' | 'Number' | 'Currency' | 'Checkbox' | 'Date' | 'DateTime' | 'Percent';
  readonly formula: string;
  readonly precision?: number;
  readonly scale?: number;
}
export interface SummaryOptions extends FieldCommon {
  readonly operation: 'sum' | 'count' | 'min' | 'max';
  /** API name of the detail object. */
  readonly of: string;
  /** Master-detail field on the detail object. */
  readonly through: string;
  /** Field of the detail that is summed; not for `count`. */
  readonly field?: string;
  /** Only details with this value of this field. */
  readonly where?: { readonly field: string; readonly equals: string };
}

type Describe<Kind extends string, Options, Value> = (options: Options) => Field<Kind, Value>;

/** Text of at most 255 characters. */
export declare const text: Describe<'Text', TextOptions, string>;
/** Text area of at most 255 characters, several lines. */
export declare const textArea: Describe<'TextArea', FieldCommon, string>;
/** Text of up to 131,072 characters; can't be filtered on. */
export declare const longText: Describe<'LongTextArea', LongTextOptions, string>;
export declare const email: Describe<'Email', FieldCommon & { readonly externalId?: boolean }, string>;
export declare const phone: Describe<'Phone', FieldCommon, string>;
export declare const url: Describe<'Url', FieldCommon, string>;
export declare const number: Describe<'Number', NumberOptions, number>;
export declare const currency: Describe<'Currency', NumberOptions, number>;
export declare const percent: Describe<'Percent', NumberOptions, number>;
export declare const checkbox: Describe<'Checkbox', CheckboxOptions, boolean>;
export declare const date: Describe<'Date', FieldCommon, Day>;
export declare const dateTime: Describe<'DateTime', FieldCommon, Instant>;
export declare const formula: Describe<'Formula', FormulaOptions, unknown>;
/** Roll-up summary over master-detail children. */
export declare const summary: Describe<'Summary', SummaryOptions, number>;

/** Restricted picklist. */
export declare function picklist<const Value extends string>(
  options: PicklistOptions<Value>,
): Field<'Picklist', Value>;

/** Lookup to `Target`. Lookups, not master-detail, lead to standard objects: see the platform facts on packaging. */
export declare function lookup<const Target extends string>(
  target: Target,
  options: LookupOptions,
): Field<'Lookup', LinkTo<Target>>;

/** Master-detail to `Target`: the detail shares its master's access and fate. Always required. */
export declare function masterDetail<const Target extends string>(
  target: Target,
  options: MasterDetailOptions,
): Field<'MasterDetail', LinkTo<Target>>;

export type FieldSet = Readonly<Record<string, Field>>;
