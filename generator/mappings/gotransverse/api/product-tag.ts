import type { Id } from '../../../language/wire.ts';

/** A label on products; that tags exist is documented (S23). @inferred 1.x */
export interface ProductTag {
  readonly id: Id;
  readonly name: string;
}
