/** A currency that the tenant bills in. @inferred 1.x */
export interface Currency {
  /** ISO 4217. */
  readonly currency_code: string;
  readonly name?: string;
}
