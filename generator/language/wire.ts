/**
 * The scalars of a billing API, as TypeScript types.
 *
 * A plain `string` or `number` does not say what a value means on the wire; these do. They are types only: nothing
 * of this file exists at run time, and no mapping ever makes such a value.
 */
declare const format: unique symbol;

/** A scalar with a meaning: `Base` is its JSON type, `Format` what it holds. */
export type Wire<Format extends string, Base extends string | number> = Base & { readonly [format]: Format };

/** Identifier of a billing object. JSON string; a bare number is accepted when reading. */
export type Id = Wire<'id', string>;
/** Identifier that the API sends as a JSON number. Salesforce keeps it as text. */
export type NumericId = Wire<'numeric-id', number>;
/** Instant in ISO 8601 with zone, with or without milliseconds. */
export type DateTime = Wire<'date-time', string>;
/** Calendar day, `YYYY-MM-DD`. */
export type DateOnly = Wire<'date', string>;
/** Decimal amount: a JSON number, or a string holding one. Never a float in Apex. */
export type Decimal = Wire<'decimal', number>;
/** Whole number, 32 bits. */
export type Integer = Wire<'integer', number>;
/** Text that the API itself limits to `Max` characters. Use plain `string` where no limit is published. */
export type Text<Max extends number> = string & { readonly [format]: 'text'; readonly __max: Max };

/** What a scalar is written as in a mapping: the plain text or number without its meaning. */
export type Plain<W> = W extends { readonly [format]: string } ? (W extends number ? number : string) : W;

/**
 * Body of a request: every property of `Resource` that is not `readonly`, of which `Required` must be present.
 *
 * In a resource type `readonly` means that the billing system alone sets the property.
 */
export type Body<Resource, Required extends keyof Resource = never> = Partial<Resource> & {
  [Key in Required]-?: NonNullable<Resource[Key]>;
};
