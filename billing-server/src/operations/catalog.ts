/** Handlers of the catalog. */
import { AGREEMENT_PARAMETERS, PRICE_PARAMETERS, PRODUCT_PARAMETERS } from '../domain/catalog/parameters.ts';
import { createPrice, type PriceBody } from '../domain/catalog/prices.ts';
import {
  activateProduct,
  createCategory,
  createProduct,
  productView,
  removeCategory,
  removeProduct,
  updateCategory,
  updateProduct,
  type CategoryBody,
  type ProductBody,
} from '../domain/catalog/products.ts';
import type { Product, ProductCategory } from '../domain/catalog/records.ts';
import { createRelation, type RelationBody } from '../domain/catalog/relations.ts';
import { relateServiceField, type ServiceFieldRelationBody } from '../domain/custom-fields/relations.ts';
import { pageOfTable } from './lists.ts';
import { param, type Call, type Handlers } from './operation.ts';

const productOf = (call: Call<unknown>, name = 'id'): Product =>
  call.tenant.tables.product.require(param(call, name));
const categoryOf = (call: Call<unknown>): ProductCategory =>
  call.tenant.tables.productCategory.require(param(call, 'id'));

const same = <Row>(row: Row): Row => row;

export const catalogHandlers: Handlers = {
  'Product.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.product, parameters: PRODUCT_PARAMETERS }, (product) =>
      productView(call.tenant, product),
    ),
  'Product.read': (call) => productView(call.tenant, productOf(call)),
  'Product.create': ({ tenant, body }: Call<ProductBody>) => productView(tenant, createProduct(tenant, body)),
  'Product.update': (call: Call<Partial<ProductBody>>) =>
    productView(call.tenant, updateProduct(call.tenant, productOf(call), call.body)),
  'Product.remove': (call) => removeProduct(call.tenant, productOf(call)),
  'Product.activate': (call) => productView(call.tenant, activateProduct(call.tenant, productOf(call))),
  'Product.addServiceCustomField': (call: Call<ServiceFieldRelationBody>) =>
    relateServiceField(call.tenant, productOf(call), call.body),
  'ProductCategory.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.productCategory, parameters: {} }, same),
  'ProductCategory.read': (call) => categoryOf(call),
  'ProductCategory.create': ({ tenant, body }: Call<CategoryBody>) => createCategory(tenant, body),
  'ProductCategory.update': (call: Call<Partial<CategoryBody>>) =>
    updateCategory(call.tenant, categoryOf(call), call.body),
  'ProductCategory.remove': (call) => removeCategory(call.tenant, categoryOf(call)),
  'ProductRelation.list': (call) => {
    const { id } = productOf(call, 'product_id');
    const base = { sql: 't.owner_id = ?', values: [Number(id)] };
    return pageOfTable(call, { table: call.tenant.tables.productRelation, parameters: {}, base }, same);
  },
  'ProductRelation.create': (call: Call<RelationBody>) =>
    createRelation(call.tenant, productOf(call, 'product_id'), call.body),
  'ProductPrice.list': (call) => {
    const base = { sql: 't.product_id = ?', values: [Number(productOf(call).id)] };
    return pageOfTable(
      call,
      { table: call.tenant.tables.productPrice, parameters: PRICE_PARAMETERS, base },
      same,
    );
  },
  'ProductPrice.create': (call: Call<PriceBody>) => createPrice(call.tenant, productOf(call), call.body),
  'Agreement.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.agreement, parameters: AGREEMENT_PARAMETERS }, same),
  'Agreement.read': (call) => call.tenant.tables.agreement.require(param(call, 'id')),
};
