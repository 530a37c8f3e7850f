/** Products and their categories. @documented S23, S24, S25 */
import { invalid } from '../../http/problem.ts';
import type { ProductReference, Reference } from '../references.ts';
import type { Tenant } from '../tenant.ts';
import type { Product, ProductCategory, ProductState } from './records.ts';

export interface ProductBody extends Partial<Omit<Product, 'id' | 'state' | 'product_tags'>> {
  product_type: Product['product_type'];
  name: string;
  introduction_date: string;
  product_category: { id: string };
}

const DEFAULTS = {
  serialized: false,
  taxable: true,
  trial: false,
  requires_agreement: false,
  default_quantity: '1',
  min_service_resources: 0,
  max_service_resources: 1,
  trial_override: false,
  rule_override: false,
  rule_type: 'TIERED',
  rule_mode: 'ROOT',
  consume_prepaid_balance: false,
} as const satisfies Partial<Product>;

const MAX_TRIAL_DAYS = 3650;

export function productReference({ product_type, id, name }: Product): ProductReference {
  return { product_type, id, name };
}

export function productView({ tables }: Tenant, product: Product): unknown {
  const category = tables.productCategory.get(product.product_category.id);
  return {
    ...product,
    product_category: { ...product.product_category, ...(category && { name: category.name }) },
    product_prices: tables.productPrice.where('product_id = ?', Number(product.id)),
  };
}

function checkName(name: string | undefined, field = 'name'): void {
  if (name?.trim() === '') throw invalid(`${field} must not be empty.`);
}

/** A product must have a category before it can be sold. @documented S25 */
function checkCategory(
  { tables }: Tenant,
  category: Reference | undefined,
): { product_category?: { id: string } } {
  if (!category) return {};
  const found = tables.productCategory.get(category.id);
  if (!found) throw invalid(`product_category.id: there is no product category "${category.id}".`);
  return { product_category: { id: found.id } };
}

function checkNumbers({
  trial,
  trial_days: days,
  min_service_resources: least,
  max_service_resources: most,
  default_quantity: quantity,
}: Product): void {
  if (trial && !(days !== undefined && days >= 1 && days <= MAX_TRIAL_DAYS)) {
    throw invalid(`trial_days must be from 1 to ${MAX_TRIAL_DAYS} for a trial product.`);
  }
  if (least < 0) throw invalid('min_service_resources must not be negative.');
  if (most < least) throw invalid('max_service_resources must not be less than min_service_resources.');
  if (quantity.startsWith('-')) throw invalid('default_quantity must not be negative.');
}

/** A new product is a draft. @documented S24 */
export function createProduct(tenant: Tenant, body: ProductBody): Product {
  checkName(body.name);
  const category = checkCategory(tenant, body.product_category);
  const draft: Product = { id: '', ...DEFAULTS, ...body, ...category, state: 'DRAFT', product_tags: [] };
  checkNumbers(draft);
  const { id: _id, ...rest } = draft;
  const product = tenant.tables.product.insert(rest);
  tenant.note('product', product.id, 'Created as DRAFT');
  return product;
}

export function updateProduct(tenant: Tenant, product: Product, body: Partial<ProductBody>): Product {
  checkName(body.name);
  if (
    body.product_type !== undefined &&
    body.product_type !== product.product_type &&
    product.state !== 'DRAFT'
  ) {
    throw invalid('product_type can be changed while the product is a DRAFT only.');
  }
  const changed: Product = { ...product, ...body, ...checkCategory(tenant, body.product_category) };
  checkNumbers(changed);
  tenant.note('product', product.id, 'Changed');
  return tenant.tables.product.update(changed);
}

export function setProductState(tenant: Tenant, product: Product, state: ProductState): Product {
  tenant.note('product', product.id, `${product.state} -> ${state}`);
  return tenant.tables.product.update({ ...product, state });
}

/** DRAFT to AVAILABLE. @inferred 1.x */
export function activateProduct(tenant: Tenant, product: Product): Product {
  if (product.state === 'AVAILABLE') throw invalid('state: the product is AVAILABLE already.');
  return setProductState(tenant, product, 'AVAILABLE');
}

/** What was sold stays. @inferred */
export function removeProduct({ tables }: Tenant, product: Product): void {
  const isSold = tables.service.count('product_id = ?', Number(product.id)) > 0;
  const isRelated =
    tables.productRelation.count('owner_id = ? OR product_id = ?', Number(product.id), Number(product.id)) >
    0;
  if (isSold || product.state === 'AVAILABLE')
    throw invalid('state: a product that is AVAILABLE or was sold can not be deleted.');
  if (isRelated) throw invalid('relations: a product that is related to another can not be deleted.');
  for (const price of tables.productPrice.where('product_id = ?', Number(product.id)))
    tables.productPrice.remove(price.id);
  tables.product.remove(product.id);
}

export interface CategoryBody {
  name: string;
  description?: string | null;
}

export function createCategory({ tables }: Tenant, body: CategoryBody): ProductCategory {
  checkName(body.name);
  return tables.productCategory.insert({ ...body, status: 'ACTIVE' });
}

export function updateCategory(
  { tables }: Tenant,
  category: ProductCategory,
  body: Partial<CategoryBody>,
): ProductCategory {
  checkName(body.name);
  return tables.productCategory.update({ ...category, ...body });
}

export function removeCategory({ tables }: Tenant, category: ProductCategory): void {
  const used = tables.product.count('category_id = ?', Number(category.id));
  if (used > 0) throw invalid(`products: ${used} products are in this category.`);
  tables.productCategory.remove(category.id);
}
