/** What the catalog may be queried by. @inferred 1.x */
import type { Parameters } from '../../filter/sql.ts';
import { ofPointed, ofPointing, own } from '../parameters.ts';

export const PRODUCT_PARAMETERS: Parameters = {
  id: own('id', 'id'),
  name: own('text', 'name'),
  internal_name: own('text', 'internal_name'),
  external_product_number: own('text', 'external_product_number'),
  sku: own('text', 'sku'),
  product_type: own('text', 'product_type'),
  state: own('text', 'state'),
  service_resource_category_id: own('id', 'resource_category_id'),
  product_category_id: own('id', 'category_id'),
  product_category_name: ofPointed('text', 'category_id', 'product_category', 'name'),
  price_list_id: ofPointing('id', 'product_price', 'product_id', 'price_list_id'),
  currency_code: ofPointing('text', 'product_price', 'product_id', 'currency_code'),
  product_tag_id: {
    type: 'id',
    sql: `CAST(json_extract(x.value, '$.id') AS INTEGER)`,
    within: `EXISTS (SELECT 1 FROM json_each(t.doc, '$.product_tags') x WHERE %)`,
  },
};

export const PRICE_PARAMETERS: Parameters = {
  product_id: own('id', 'product_id'),
  price_list_id: own('id', 'price_list_id'),
  currency_code: own('text', 'currency_code'),
  from_date: own('instant', 'from_date'),
  thru_date: own('instant', 'thru_date'),
  recurrence_period: own('text', 'recurrence_period'),
};

export const AGREEMENT_PARAMETERS: Parameters = {
  id: own('id', 'id'),
  product_id: {
    type: 'id',
    sql: 'CAST(x.value AS INTEGER)',
    // An agreement that names no products is for all of them.
    within: `(json_extract(t.doc, '$.product_ids') IS NULL OR EXISTS (SELECT 1 FROM json_each(t.doc, '$.product_ids') x WHERE %))`,
  },
  name: own('text', 'name'),
  status: own('text', 'status'),
};
