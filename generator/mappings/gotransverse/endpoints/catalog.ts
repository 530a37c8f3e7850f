import {
  documented,
  get,
  inferred,
  list,
  post,
  put,
  remove,
  resource,
  type Body,
} from '../../../language/index.ts';
import type { Agreement } from '../api/agreement.ts';
import type { ChargeCategory } from '../api/charge-category.ts';
import type { ServiceCustomFieldRelation } from '../api/custom-field.ts';
import type { Discount, DiscountCategory, DiscountCode, DiscountIdentifier } from '../api/discount.ts';
import type { Marketplace } from '../api/marketplace.ts';
import type { PriceList } from '../api/price-list.ts';
import type { ProductCategory } from '../api/product-category.ts';
import type { ProductPrice } from '../api/product-price.ts';
import type { ProductRelation } from '../api/product-relation.ts';
import type { ProductTag } from '../api/product-tag.ts';
import type { Product } from '../api/product.ts';

/** Products. No list tells what changed since a moment, so a catalog sync walks all pages. */
export const product = resource<Product>()({
  /** Products that match, or all of them. */
  list: list<Product>('/products', documented('S61'), {
    query: {
      inferred: [
        'id',
        'name',
        'internal_name',
        'external_product_number',
        'sku',
        'product_type',
        'state',
        'service_resource_category_id',
        'product_category_id',
        'product_category_name',
        'price_list_id',
        'currency_code',
        'product_tag_id',
      ],
    },
  }),
  /** One product. */
  read: get<Product>('/products/{id}', inferred('by analogy with S61')),
  /** Makes a product, as a draft. The last two properties are in every sample and required in 1.x. */
  create: post<Body<Product, 'product_type' | 'name' | 'introduction_date' | 'product_category'>, Product>(
    '/products',
    documented('S24'),
  ),
  /** Changes a product; that this can be done is documented (S23). */
  update: put<Body<Product>, Product>('/products/{id}', inferred('1.x')),
  /** Deletes a product; that this can be done is documented (S23). */
  remove: remove('/products/{id}', inferred('1.x')),
  /** Makes a draft available. */
  activate: post<never, Product>('/products/{id}/activate', inferred('1.x')),
  /** Makes a service custom field usable on the product. */
  addServiceCustomField: post<ServiceCustomFieldRelation, ServiceCustomFieldRelation>(
    '/products/{id}/service-custom-field-relations',
    documented('S21'),
  ),
});

/** Categories of products. */
export const productCategory = resource<ProductCategory>()({
  /** All categories. */
  list: list<ProductCategory>('/product-categories', inferred('1.x')),
  /** One category. */
  read: get<ProductCategory>('/product-categories/{id}', inferred('1.x')),
  /** Makes a category. */
  create: post<Body<ProductCategory, 'name'>, ProductCategory>('/product-categories', documented('S25')),
  /** Changes a category. */
  update: put<Body<ProductCategory>, ProductCategory>('/product-categories/{id}', inferred('1.x')),
  /** Deletes a category. */
  remove: remove('/product-categories/{id}', inferred('1.x')),
});

/** How products stand to each other. */
export const productRelation = resource<ProductRelation>()({
  /** The relations of one product. */
  list: list<ProductRelation>('/products/{product_id}/relations', inferred('by analogy with S26')),
  /** Relates another product to this one. */
  create: post<Body<ProductRelation, 'product' | 'product_relation_type'>, ProductRelation>(
    '/products/{product_id}/relations',
    documented('S26'),
  ),
});

/** Prices of products. */
export const productPrice = resource<ProductPrice>()({
  /** The prices of one product. */
  list: list<ProductPrice>('/products/{id}/prices', inferred('path not public, behaviour S23'), {
    query: {
      inferred: [
        'product_id',
        'price_list_id',
        'currency_code',
        'from_date',
        'thru_date',
        'recurrence_period',
      ],
    },
  }),
  /** Gives a product a one-time or a recurring price. The body is not public. */
  create: post<
    Body<ProductPrice, 'price_type' | 'currency_code' | 'from_date' | 'charge_category' | 'price_ranges'>,
    ProductPrice
  >('/products/{id}/prices', inferred('path not public, behaviour S23')),
});

/** Sets of prices. */
export const priceList = resource<PriceList>()({
  /** All price lists. */
  list: list<PriceList>('/price-lists', inferred('1.x')),
  /** One price list. */
  read: get<PriceList>('/price-lists/{id}', inferred('1.x')),
});

/** Marketplaces, which hold price lists. */
export const marketplace = resource<Marketplace>()({
  /** All marketplaces. */
  list: list<Marketplace>('/marketplaces', inferred('1.x')),
});

/** Terms on offer. */
export const agreement = resource<Agreement>()({
  /** Agreements that match, or all of them. */
  list: list<Agreement>('/agreements', inferred('1.x'), {
    query: { inferred: ['id', 'product_id', 'name', 'status'] },
  }),
  /** One agreement. */
  read: get<Agreement>('/agreements/{id}', inferred('1.x')),
});

/** Discounts, and what they are found by. */
export const discount = resource<Discount>()({
  /** All discounts. */
  list: list<Discount>('/discounts', inferred('1.x')),
  /** All groups of discounts. */
  listCategories: list<DiscountCategory>('/discount-categories', inferred('1.x')),
  /** Codes that customers give. */
  listCodes: list<DiscountCode>('/discount-codes', inferred('1.x')),
  /** Identifiers that orders and services name. */
  listIdentifiers: list<DiscountIdentifier>('/discount-identifiers', inferred('1.x')),
});

/** Categories of charges, which taxes and ledgers build on. */
export const chargeCategory = resource<ChargeCategory>()({
  /** All categories. */
  list: list<ChargeCategory>('/charge-categories', documented('S5')),
});

/** Labels on products. */
export const productTag = resource<ProductTag>()({
  /** All tags; that there are any is documented (S23). */
  list: list<ProductTag>('/product-tags', inferred('1.x')),
});
