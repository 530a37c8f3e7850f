import type { Id } from '../../../language/wire.ts';
import type { ProductReference } from './reference.ts';

/** What the related product is to this one. */
export type ProductRelationType =
  'RECOMMENDED' | 'DEPENDENT' | 'INCOMPATIBLE' | 'CHILD' | 'PARENT' | 'REQUIRED' | 'ADDON';

/** Where both products have to be: in one order, or on one account. */
export type ProductRelationScope = 'ORDER' | 'ACCOUNT';

/** How one product stands to another. @documented S26 */
export interface ProductRelation {
  readonly id: Id;
  product: ProductReference;
  product_relation_type: ProductRelationType;
  scope?: ProductRelationScope;
}
