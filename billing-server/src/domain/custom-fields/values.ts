/** Custom field values of accounts, orders, order items and services. */
import { invalid, notFound } from '../../http/problem.ts';
import type { Tenant } from '../tenant.ts';
import type { CustomField, CustomFieldEntry, CustomFieldKind, CustomFieldValue } from './records.ts';

/** A value as callers write it. */
export interface CustomFieldValueBody {
  custom_field_value_type: CustomFieldKind;
  value: string | null;
  custom_field: { id: string; custom_field_type: CustomFieldKind };
}

export type OwnerKind = CustomFieldEntry['owner_kind'];

/** Order items hold values of service fields. @documented S22 */
const FIELD_KIND: Readonly<Record<OwnerKind, CustomFieldKind>> = {
  'billing-account': 'billing-account',
  order: 'order',
  'order-item': 'service',
  service: 'service',
};

const MAX_VALUE = 4000;

function fieldOf(
  { tables }: Tenant,
  kind: CustomFieldKind,
  { id, custom_field_type: type }: CustomFieldValueBody['custom_field'],
): CustomField {
  const field = tables.customField.get(id);
  if (!field || field.custom_field_type !== kind)
    throw invalid(`custom_field.id: there is no field "${id}" of kind ${kind}.`);
  if (type !== kind) throw invalid(`custom_field.custom_field_type must be ${kind}.`);
  return field;
}

function checkValue({ name, choices }: CustomField, value: string | null): void {
  if (value !== null && value.length > MAX_VALUE)
    throw invalid(`value is longer than ${MAX_VALUE} characters.`);
  if (!choices || value === null || choices.some((choice) => choice.value === value)) return;
  throw invalid(
    `value must be one of ${choices.map((choice) => choice.value).join(', ')} for the field ${name}.`,
  );
}

/** Makes a value with an id. @throws Problem 422 where the field or its value does not fit. */
export function makeValue(tenant: Tenant, owner: OwnerKind, body: CustomFieldValueBody): CustomFieldValue {
  if (body.custom_field_value_type !== owner) throw invalid(`custom_field_value_type must be ${owner}.`);
  const field = fieldOf(tenant, FIELD_KIND[owner], body.custom_field);
  checkValue(field, body.value);
  return {
    id: tenant.tables.customFieldEntry.nextId(),
    custom_field_value_type: owner,
    value: body.value,
    custom_field: {
      id: field.id,
      custom_field_type: field.custom_field_type,
      name: field.name,
      code: field.code,
    },
  };
}

/** Values of a new record; a field has one value. */
export function makeValues(
  tenant: Tenant,
  owner: OwnerKind,
  bodies: readonly CustomFieldValueBody[] = [],
): CustomFieldValue[] {
  return bodies.reduce<CustomFieldValue[]>(
    (values, body) => [...values, addable(values, makeValue(tenant, owner, body))],
    [],
  );
}

/** @throws Problem 422 where the field has a value already. */
export function addable(values: readonly CustomFieldValue[], value: CustomFieldValue): CustomFieldValue {
  if (values.some(({ custom_field: { id } }) => id === value.custom_field.id)) {
    throw invalid(`custom_field: the field ${value.custom_field.name} has a value already.`);
  }
  return value;
}

/** Makes values findable by queries; called whenever an owner's values change. */
export function indexValues(
  { tables, store }: Tenant,
  kind: OwnerKind,
  ownerId: string,
  values: readonly CustomFieldValue[],
): void {
  store.run('DELETE FROM custom_field_value WHERE owner = ? AND owner_kind = ?', Number(ownerId), kind);
  for (const { id, value, custom_field: field } of values) {
    tables.customFieldEntry.insert({ id, owner_kind: kind, owner_id: ownerId, field_id: field.id, value });
  }
}

/** The values of an order item become those of its service. @documented S22 */
export function asServiceValues(tenant: Tenant, values: readonly CustomFieldValue[]): CustomFieldValue[] {
  return values.map((value) => ({
    ...value,
    id: tenant.tables.customFieldEntry.nextId(),
    custom_field_value_type: 'service',
  }));
}

/** @throws Problem 404 */
export function valueById(values: readonly CustomFieldValue[], id: string, parent: string): CustomFieldValue {
  const value = values.find((one) => one.id === id);
  if (!value) throw notFound('custom_field_value', parent);
  return value;
}
