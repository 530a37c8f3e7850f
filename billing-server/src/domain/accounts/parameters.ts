/** What billing accounts may be queried by. @documented S7 @inferred 1.x */
import type { Parameters } from '../../filter/sql.ts';
import { ofCustomField, ofPointed, ofPointing, own } from '../parameters.ts';

export const ACCOUNT_PARAMETERS: Parameters = {
  billing_account_id: own('id', 'id'),
  id: own('id', 'id'),
  currency_code: own('text', 'currency_code'),
  bill_cycle_type: ofPointed('text', 'bill_cycle_id', 'bill_cycle', 'type'),
  start_date: own('instant', 'start_date'),
  account_num: own('text', 'account_num'),
  external_account_num: own('text', 'external_account_num'),
  party_id: own('id', 'party_id'),
  status: own('text', 'status'),
  email_address: own('text', 'email_address'),
  billing_account_category_id: own('id', 'category_id'),
  purchase_order_number: ofPointing('text', 'orders', 'account_id', 'purchase_order_number'),
  order_num: ofPointing('text', 'orders', 'account_id', 'order_num'),
  order_id: ofPointing('id', 'orders', 'account_id', 'id'),
  bill_type: own('text', 'bill_type'),
  referral: ofPointing('text', 'orders', 'account_id', 'referral'),
  product_id: ofPointing('id', 'service', 'account_id', 'product_id'),
  service_id: ofPointing('id', 'service', 'account_id', 'id'),
  parent_id: own('id', 'parent_id'),
  bill_cycle_id: own('id', 'bill_cycle_id'),
  custom_field_id: ofCustomField('id', 'field_id', 'billing-account'),
  custom_field_value: ofCustomField('text', 'value', 'billing-account'),
};
