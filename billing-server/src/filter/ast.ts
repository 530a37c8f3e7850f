/** What a filter expression means. */

export type Comparison = 'EQ' | 'NEQ' | 'LT' | 'LTE' | 'GT' | 'GTE' | 'LIKE';

/** A name with its place in the expression, for messages. */
export interface Name {
  readonly name: string;
  readonly at: number;
}

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | (Name & { readonly kind: 'compare'; readonly operator: Comparison; readonly value: string })
  | (Name & { readonly kind: 'in'; readonly values: readonly string[] })
  | (Name & { readonly kind: 'null'; readonly negated: boolean });
