import type { Id } from '../../../language/wire.ts';

/** Holds price lists. @inferred 1.x */
export interface Marketplace {
  readonly id: Id;
  readonly name: string;
}
