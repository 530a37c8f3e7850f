/** Handlers of custom fields and their values. */
import type { CustomFieldKind, CustomFieldValue } from '../domain/custom-fields/records.ts';
import { checkRelated } from '../domain/custom-fields/relations.ts';
import {
  addable,
  indexValues,
  makeValue,
  valueById,
  type CustomFieldValueBody,
  type OwnerKind,
} from '../domain/custom-fields/values.ts';
import { changeItem } from '../domain/orders/items.ts';
import { invalid, notFound } from '../http/problem.ts';
import { pageOfMembers, pageOfTable } from './lists.ts';
import { param, type Call, type Handler, type Handlers } from './operation.ts';
import { itemOf, orderOf } from './orders.ts';
import { serviceOf } from './services.ts';

function listFields(kind: CustomFieldKind): Handler {
  return (call: Call<unknown>) =>
    pageOfTable(
      call,
      { table: call.tenant.tables.customField, parameters: {}, base: { sql: 't.kind = ?', values: [kind] } },
      (field) => field,
    );
}

function readField(kind: CustomFieldKind, name: string) {
  return (call: Call<unknown>) => {
    const field = call.tenant.tables.customField.get(param(call, name));
    if (field?.custom_field_type !== kind) throw notFound('custom_field');
    return field;
  };
}

function listChoices(kind: CustomFieldKind): Handler {
  const fieldOf = readField(kind, 'custom_field_id');
  return (call: Call<unknown>) => pageOfMembers(call, fieldOf(call).choices ?? []);
}

/** Something with custom field values, and how they are stored. */
interface Owner {
  readonly kind: OwnerKind;
  readonly id: string;
  readonly values: readonly CustomFieldValue[];
  readonly save: (values: CustomFieldValue[]) => void;
  /** @throws Problem 422 where the owner takes no value now. */
  readonly check?: (value: CustomFieldValue) => void;
}

function accountOwner(call: Call<unknown>): Owner {
  const { tables } = call.tenant;
  const account = tables.account.require(param(call, 'id'));
  const save = (values: CustomFieldValue[]): void =>
    void tables.account.update({ ...account, custom_field_values: values });
  return { kind: 'billing-account', id: account.id, values: account.custom_field_values, save };
}

function serviceOwner(call: Call<unknown>): Owner {
  const { tenant } = call;
  const service = serviceOf(call, 'service_id');
  const save = (values: CustomFieldValue[]): void =>
    void tenant.tables.service.update({ ...service, custom_field_values: values });
  const check = (value: CustomFieldValue): void => checkRelated(tenant, service.product.id, [value]);
  return { kind: 'service', id: service.id, values: service.custom_field_values, save, check };
}

function orderOwner(call: Call<unknown>): Owner {
  const order = orderOf(call);
  const save = (values: CustomFieldValue[]): void =>
    void call.tenant.tables.order.update({ ...order, custom_field_values: values });
  return { kind: 'order', id: order.id, values: order.custom_field_values, save };
}

/** On recurring products only while the order is a draft, on one-time products in any status. @documented S22 */
function itemOwner(call: Call<unknown>): Owner {
  const { tenant } = call;
  const { order, item } = itemOf(call);
  const save = (values: CustomFieldValue[]): void => {
    const items = changeItem(order.order_items, item.id, (one) => ({ ...one, custom_field_values: values }));
    tenant.tables.order.update({ ...order, order_items: items });
  };
  const check = (value: CustomFieldValue): void => {
    if (item.product.product_type !== 'general' && order.status !== 'DRAFT') {
      throw invalid(
        `status: items of recurring products take values while the order is a DRAFT; it is ${order.status}.`,
      );
    }
    checkRelated(tenant, item.product.id, [value]);
  };
  return { kind: 'order-item', id: item.id, values: item.custom_field_values, save, check };
}

function store({ tenant }: Call<unknown>, { kind, id, save }: Owner, values: CustomFieldValue[]): void {
  save(values);
  indexValues(tenant, kind, id, values);
}

function addValue(ownerOf: (call: Call<unknown>) => Owner): Handler<CustomFieldValueBody> {
  return (call) => {
    const owner = ownerOf(call);
    const value = addable(owner.values, makeValue(call.tenant, owner.kind, call.body));
    owner.check?.(value);
    store(call, owner, [...owner.values, value]);
    return value;
  };
}

const listValues =
  (ownerOf: (call: Call<unknown>) => Owner): Handler =>
  (call: Call<unknown>) =>
    pageOfMembers(call, ownerOf(call).values);

function updateAccountValue(call: Call<CustomFieldValueBody>): unknown {
  const owner = accountOwner(call);
  const before = valueById(owner.values, param(call, 'value_id'), 'billing_account');
  const others = owner.values.filter(({ id }) => id !== before.id);
  const value = { ...addable(others, makeValue(call.tenant, owner.kind, call.body)), id: before.id };
  store(
    call,
    owner,
    owner.values.map((one) => (one.id === before.id ? value : one)),
  );
  return value;
}

function removeAccountValue(call: Call<unknown>): void {
  const owner = accountOwner(call);
  const { id } = valueById(owner.values, param(call, 'value_id'), 'billing_account');
  store(
    call,
    owner,
    owner.values.filter((one) => one.id !== id),
  );
}

export const customFieldHandlers: Handlers = {
  'CustomField.listForBillingAccounts': listFields('billing-account'),
  'CustomField.readForBillingAccounts': readField('billing-account', 'id'),
  'CustomField.listChoicesForBillingAccounts': listChoices('billing-account'),
  'CustomField.listForServices': listFields('service'),
  'CustomField.readForServices': readField('service', 'id'),
  'CustomField.listChoicesForServices': listChoices('service'),
  'CustomField.listForOrders': listFields('order'),
  'CustomField.listChoicesForOrders': listChoices('order'),
  'CustomField.listForProducts': listFields('product'),
  'CustomField.listChoicesForProducts': listChoices('product'),
  'CustomField.listForPaymentMethods': listFields('payment-method'),
  'CustomField.listChoicesForPaymentMethods': listChoices('payment-method'),
  'CustomFieldValue.listOfBillingAccount': listValues(accountOwner),
  'CustomFieldValue.readOfBillingAccount': (call) =>
    valueById(accountOwner(call).values, param(call, 'value_id'), 'billing_account'),
  'CustomFieldValue.addToBillingAccount': addValue(accountOwner),
  'CustomFieldValue.updateOfBillingAccount': updateAccountValue,
  'CustomFieldValue.removeFromBillingAccount': removeAccountValue,
  'CustomFieldValue.listOfService': listValues(serviceOwner),
  'CustomFieldValue.readOfService': (call) =>
    valueById(serviceOwner(call).values, param(call, 'id'), 'service'),
  'CustomFieldValue.addToService': addValue(serviceOwner),
  'CustomFieldValue.listOfOrder': listValues(orderOwner),
  'CustomFieldValue.addToOrder': addValue(orderOwner),
  'CustomFieldValue.addToOrderItem': addValue(itemOwner),
};
