/** How products stand to each other. @documented S26 */
import { duplicate, invalid } from '../../http/problem.ts';
import type { Tenant } from '../tenant.ts';
import { productReference } from './products.ts';
import type { Product, ProductRelation, RelationType } from './records.ts';

export interface RelationBody {
  product: { id: string };
  product_relation_type: RelationType;
  scope?: 'ORDER' | 'ACCOUNT';
}

export function createRelation({ tables }: Tenant, owner: Product, body: RelationBody): ProductRelation {
  const other = tables.product.get(body.product.id);
  if (!other) throw invalid(`product.id: there is no product "${body.product.id}".`);
  if (other.id === owner.id) throw invalid('product.id: a product is not related to itself.');
  const { product_relation_type: type } = body;
  const same = tables.productRelation
    .where('owner_id = ? AND product_id = ?', Number(owner.id), Number(other.id))
    .some((relation) => relation.product_relation_type === type);
  if (same) throw duplicate(`product_relation_type: the products are related as ${type} already.`);
  return tables.productRelation.insert({
    owner_id: owner.id,
    product: productReference(other),
    product_relation_type: type,
    scope: body.scope ?? 'ORDER',
  });
}
