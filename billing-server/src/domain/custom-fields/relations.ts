/** Which service fields a product has: a field must be related to it before a value can be set. @documented S21 */
import { duplicate, invalid } from '../../http/problem.ts';
import type { Product } from '../catalog/records.ts';
import type { Tenant } from '../tenant.ts';
import type { CustomFieldKind, CustomFieldRelation, CustomFieldValue } from './records.ts';

export interface ServiceFieldRelationBody {
  custom_field: { id: string; custom_field_type: CustomFieldKind };
}

function relationsOf({ tables }: Tenant, productId: string): CustomFieldRelation[] {
  return tables.customFieldRelation.where('product_id = ?', Number(productId));
}

export function relateServiceField(
  tenant: Tenant,
  product: Product,
  { custom_field: body }: ServiceFieldRelationBody,
): CustomFieldRelation {
  const field = tenant.tables.customField.get(body.id);
  if (!field || field.custom_field_type !== 'service' || body.custom_field_type !== 'service') {
    throw invalid(`custom_field.id: there is no service custom field "${body.id}".`);
  }
  if (relationsOf(tenant, product.id).some(({ custom_field: { id } }) => id === field.id)) {
    throw duplicate(`custom_field.id: the field ${field.name} is related to the product already.`);
  }
  const { id, custom_field_type, name } = field;
  return tenant.tables.customFieldRelation.insert({
    product_id: product.id,
    custom_field: { id, custom_field_type, name },
  });
}

/** @throws Problem 422 where a value's field is not related to the product. */
export function checkRelated(tenant: Tenant, productId: string, values: readonly CustomFieldValue[]): void {
  if (values.length === 0) return;
  const related = new Set(relationsOf(tenant, productId).map(({ custom_field: { id } }) => id));
  const stranger = values.find(({ custom_field: { id } }) => !related.has(id));
  if (stranger)
    throw invalid(`custom_field.id: the field ${stranger.custom_field.name} is not related to the product.`);
}
