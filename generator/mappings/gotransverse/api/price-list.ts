import type { Id } from '../../../language/wire.ts';

/** A set of prices. @inferred 1.x */
export interface PriceList {
  readonly id: Id;
  readonly name: string;
  readonly description?: string | null;
}
