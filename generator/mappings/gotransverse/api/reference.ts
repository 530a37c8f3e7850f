import type { Id } from '../../../language/wire.ts';
import type { ProductType } from './product.ts';

/** Another object, by its id. @documented S8, S15 */
export interface Reference {
  id: Id;
  /** Only in responses. @observed O1 */
  readonly name?: string;
}

/** A billing account, in short form. @documented S60 */
export interface AccountReference {
  id: Id;
  readonly account_num?: string;
  readonly external_account_num?: string | null;
}

/** A product, in short form. @documented S21, S26 */
export interface ProductReference {
  id: Id;
  readonly product_type?: ProductType;
  readonly name?: string;
}

/** A service, in short form. @documented S61 */
export interface ServiceReference {
  id: Id;
  readonly product?: ProductReference;
}
