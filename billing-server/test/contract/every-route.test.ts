/** Calls every operation of the contract over HTTP at least once; each answer is checked by its schema. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Body } from '../support/body.ts';
import { Billing, IDS, contract } from '../support/billing.ts';
import {
  draft,
  internetItem,
  makeAccount,
  orderBody,
  reasonOf,
  runningService,
  sell,
} from '../support/flows.ts';

/** Answered with 501 and listed in the README. */
const NOT_SUPPORTED = [
  'Discount.list',
  'Discount.listCategories',
  'Discount.listCodes',
  'Discount.listIdentifiers',
  'Service.addDiscount',
];

let billing: Billing;
const answered501 = new Set<string>();

before(async () => {
  billing = await Billing.start();
});
after(() => billing.stop());

const by = (id: string): { params: { id: string } } => ({ params: { id } });

test('what an administrator set up', async () => {
  for (const id of [
    'BillCycle.list',
    'BillingAccountCategory.list',
    'PaymentTerm.list',
    'Currency.list',
    'ChargeCategory.list',
    'Marketplace.list',
    'ProductTag.list',
    'ServiceReason.listSuspension',
    'ServiceReason.listDeactivation',
    'ManualInvoiceReason.list',
    'AdjustmentReason.list',
    'Agreement.list',
    'ProductCategory.list',
    'Product.list',
    'CustomField.listForPaymentMethods',
  ]) {
    const list = await billing.list(id);
    if (id !== 'CustomField.listForPaymentMethods') assert.ok(list.length > 0, id);
  }
  const [list] = await billing.list('PriceList.list');
  assert.equal((await billing.ok('PriceList.read', by(list.id))).name, list.name);
  assert.equal((await billing.ok('Agreement.read', by(IDS.agreement))).id, IDS.agreement);
});

test('custom fields and their values', async () => {
  const account = await makeAccount(billing);
  for (const kind of ['BillingAccounts', 'Services', 'Orders', 'Products']) {
    const [field] = await billing.list(`CustomField.listFor${kind}`);
    await billing.ok(`CustomField.listChoicesFor${kind}`, { params: { custom_field_id: field.id } });
    if (kind === 'BillingAccounts' || kind === 'Services')
      assert.equal((await billing.ok(`CustomField.readFor${kind}`, by(field.id))).id, field.id);
  }
  assert.match(
    await billing.refused('CustomField.listChoicesForPaymentMethods', 404, {
      params: { custom_field_id: '1' },
    }),
    /custom_field was not found/,
  );
  const body = {
    custom_field_value_type: 'billing-account',
    value: 'Small',
    custom_field: { id: '41', custom_field_type: 'billing-account' },
  };
  const value = await billing.ok('CustomFieldValue.addToBillingAccount', { ...by(account.id), body });
  const params = { id: account.id, value_id: value.id };
  assert.equal(
    (
      await billing.ok('CustomFieldValue.updateOfBillingAccount', {
        params,
        body: { ...body, value: 'Large' },
      })
    ).value,
    'Large',
  );
  assert.equal((await billing.ok('CustomFieldValue.readOfBillingAccount', { params })).value, 'Large');
  assert.equal((await billing.list('CustomFieldValue.listOfBillingAccount', by(account.id))).length, 1);
  await billing.ok('CustomFieldValue.removeFromBillingAccount', { params });
  assert.equal((await billing.list('CustomFieldValue.listOfBillingAccount', by(account.id))).length, 0);
});

test('accounts and what belongs to them', async () => {
  const account = await makeAccount(billing);
  const id = account.id;
  const found = await billing.list('BillingAccount.list', {
    query: { external_account_num: account.external_account_num ?? '' },
  });
  assert.deepEqual(
    found.map((one) => one.id),
    [id],
  );
  assert.equal(
    (await billing.ok('BillingAccount.update', { ...by(id), body: { bill_type: 'PAPER' } })).bill_type,
    'PAPER',
  );
  const reason = await reasonOf(billing, 'ServiceReason.listSuspension');
  assert.equal(
    (await billing.ok('BillingAccount.suspend', { ...by(id), body: { reason } })).status,
    'SUSPENDED',
  );
  assert.equal((await billing.ok('BillingAccount.resume', { ...by(id), body: {} })).status, 'ACTIVE');
  const moved = await billing.ok('BillingAccount.moveToBillCycle', {
    ...by(id),
    body: { bill_cycle: { id: '211', bill_cycle_type: 'monthly' } },
  });
  assert.equal(moved.bill_cycle.id, '211');
  const method = await billing.ok('RecurringPayment.create', {
    ...by(id),
    body: { payment_method: { payment_method_type: 'referenced', reference_key: 'k1' } },
  });
  assert.equal((await billing.list('RecurringPayment.list', by(id))).length, 1);
  await billing.ok('RecurringPayment.end', { params: { id, rp_id: method.id } });
  assert.equal((await billing.list('RecurringPayment.list', by(id))).length, 0);
  await billing.ok('DunningState.set', { ...by(id), body: { enabled: true, plan_code: 'standard' } });
  assert.equal(
    (await billing.ok('DunningState.read', by(id))).id,
    (await billing.ok('BillingAccount.read', by(id))).dunning_state.id,
  );
  assert.equal(
    (await billing.ok('BillingAccount.deactivate', { ...by(id), body: { reason } })).status,
    'DEACTIVATED',
  );
});

test('parties', async () => {
  const contact = { party_type: 'person', first_name: 'Ana', last_name: 'Reyes' };
  const account = await makeAccount(billing, { contacts: [contact] });
  const party = account.responsible_party.id;
  assert.equal(
    (await billing.ok('Organization.update', { ...by(party), body: { organization_name: 'New Name' } }))
      .organization_name,
    'New Name',
  );
  const address = { address_type: 'email', purpose: 'SECONDARY', email: 'two@example.org' };
  await billing.ok('Organization.addAddress', { ...by(party), body: address });
  const person = account.contacts[0].id;
  assert.equal(
    (await billing.ok('Person.update', { ...by(person), body: { first_name: 'Anna' } })).first_name,
    'Anna',
  );
  await billing.ok('Person.addAddress', { ...by(person), body: address });
  const now = await billing.ok('BillingAccount.read', by(account.id));
  assert.equal(now.responsible_party.addresses.length, 2);
  assert.equal(now.contacts[0].addresses.length, 1);
});

test('the catalog', async () => {
  const category = await billing.ok('ProductCategory.create', { body: { name: 'Tests' } });
  assert.equal((await billing.ok('ProductCategory.read', by(category.id))).name, 'Tests');
  assert.equal(
    (await billing.ok('ProductCategory.update', { ...by(category.id), body: { name: 'Trials' } })).name,
    'Trials',
  );
  const body = {
    product_type: 'customer-subscription',
    name: 'Test',
    introduction_date: '2025-01-01',
    product_category: { id: category.id },
  };
  const product = await billing.ok('Product.create', { body });
  assert.equal(product.state, 'DRAFT');
  assert.equal(
    (await billing.ok('Product.update', { ...by(product.id), body: { name: 'Tested' } })).name,
    'Tested',
  );
  const price = {
    price_type: 'recurring',
    currency_code: 'USD',
    from_date: '2025-01-01',
    charge_category: { id: '601' },
    recurrence_period: 'MONTH',
    price_ranges: [{ quantity_begin_range: 1, price: '9.90', level: 1, currency_code: 'USD' }],
  };
  await billing.ok('ProductPrice.create', { ...by(product.id), body: price });
  assert.equal((await billing.list('ProductPrice.list', by(product.id))).length, 1);
  await billing.ok('Product.addServiceCustomField', {
    ...by(product.id),
    body: { custom_field: { id: IDS.field, custom_field_type: 'service' } },
  });
  assert.equal((await billing.ok('Product.activate', by(product.id))).state, 'AVAILABLE');
  assert.equal((await billing.ok('Product.read', by(product.id))).product_prices.length, 1);
  await billing.ok('ProductRelation.create', {
    params: { product_id: product.id },
    body: { product: { id: IDS.router }, product_relation_type: 'RECOMMENDED' },
  });
  assert.equal(
    (await billing.list('ProductRelation.list', { params: { product_id: product.id } })).length,
    1,
  );
  const spare = await billing.ok('Product.create', { body });
  await billing.ok('Product.remove', by(spare.id));
  const empty = await billing.ok('ProductCategory.create', { body: { name: 'Empty' } });
  await billing.ok('ProductCategory.remove', by(empty.id));
  await billing.refused('ProductCategory.read', 404, by(empty.id));
});

test('draft orders and their items', async () => {
  const account = await makeAccount(billing);
  const order = await draft(billing, account.id, [internetItem({ custom_field_values: [] })]);
  assert.equal((await billing.list('Order.list', { query: { billing_account_id: account.id } })).length, 1);
  assert.equal(
    (await billing.ok('Order.update', { ...by(order.id), body: { note: 'Soon' } })).status,
    'DRAFT',
  );
  const item = await billing.ok('OrderItem.create', {
    ...by(order.id),
    body: { product: { id: IDS.router }, quantity: 1 },
  });
  assert.equal((await billing.ok('OrderItem.update', { ...by(item.id), body: { quantity: 3 } })).quantity, 3);
  assert.equal((await billing.ok('OrderItem.read', by(item.id))).quantity, 3);
  assert.equal((await billing.list('OrderItem.list', by(order.id))).length, 2);
  const first = order.order_items[0].id;
  const value = {
    custom_field_value_type: 'order-item',
    value: 'x',
    custom_field: { id: IDS.field, custom_field_type: 'service' },
  };
  await billing.ok('CustomFieldValue.addToOrderItem', { ...by(first), body: value });
  const channel = {
    custom_field_value_type: 'order',
    value: 'Web',
    custom_field: { id: '48', custom_field_type: 'order' },
  };
  await billing.ok('CustomFieldValue.addToOrder', { ...by(order.id), body: channel });
  assert.equal((await billing.list('CustomFieldValue.listOfOrder', by(order.id))).length, 1);
  await billing.ok('OrderItem.remove', by(item.id));
  await billing.ok('Order.voidDraft', by(order.id));
  assert.equal((await billing.ok('Order.read', by(order.id))).status, 'CANCELED');
});

async function approvable(accountId: string): Promise<Body> {
  return sell(billing, accountId, [
    { product: { id: '3104' }, quantity: 1, selected_agreement: { id: IDS.agreement } },
  ]);
}

test('approval', async () => {
  const account = await makeAccount(billing);
  const order = await approvable(account.id);
  assert.equal(order.status, 'IN_PROGRESS');
  await billing.ok('OrderItem.approve', { ...by(order.order_items[0].id), body: {} });
  assert.equal((await billing.ok('Order.read', by(order.id))).status, 'COMPLETED');
  const denied = await approvable(account.id);
  await billing.ok('OrderItem.deny', by(denied.order_items[0].id));
  assert.equal((await billing.ok('Order.read', by(denied.id))).status, 'CANCELED');
});

test('usage rules', async () => {
  const account = await makeAccount(billing);
  const prices = (await billing.ok('Product.read', by('3120'))).product_prices;
  const item = {
    product: { id: '3120' },
    quantity: 1,
    order_item_prices: [{ product_price: { id: prices[0].id }, usage_rules: [{}] }],
  };
  const order = await draft(billing, account.id, [item]);
  const itemId = order.order_items[0].id;
  const [rule] = await billing.list('UsageRule.listOfOrderItem', { params: { order_item_id: itemId } });
  assert.equal(
    (await billing.ok('UsageRule.readOfOrderItem', { params: { order_item_id: itemId, id: rule.id } })).id,
    rule.id,
  );
  const params = { order_id: order.id, order_item_id: itemId };
  assert.equal((await billing.list('UsageRule.listOfOrder', { params })).length, 1);
  await billing.ok('UsageRule.readOfOrder', { params: { ...params, id: rule.id } });
  const { order_items: items } = await billing.ok('Order.confirm', { ...by(order.id), body: {} });
  await billing.ok('UsageRule.addToService', { ...by(items[0].service.id), body: {} });
  assert.equal((await billing.list('UsageRule.listOfService', by(items[0].service.id))).length, 2);
});

test('services', async () => {
  const account = await makeAccount(billing);
  const { id } = await runningService(billing, account.id, { quantity: 2 });
  assert.equal((await billing.list('Service.list', { query: { billing_account_id: account.id } })).length, 1);
  assert.equal(
    (await billing.ok('Service.update', { ...by(id), body: { description: 'Head office' } })).description,
    'Head office',
  );
  const reason = await reasonOf(billing, 'ServiceReason.listSuspension');
  assert.equal((await billing.ok('Service.suspend', { ...by(id), body: { reason } })).status, 'SUSPENDED');
  assert.equal((await billing.ok('Service.resume', by(id))).status, 'ACTIVE');
  assert.equal(
    (await billing.ok('Service.changeQuantity', { ...by(id), body: { new_quantity: 3 } })).quantity,
    3,
  );
  assert.equal(
    (await billing.ok('Service.changePrice', { ...by(id), body: { new_recurring_unit_price: '70.50' } }))
      .amount,
    211.5,
  );
  await billing.ok('Service.addAgreement', { ...by(id), body: { agreement: { id: '11' } } });
  const order = orderBody(account.id, [{ product: { id: IDS.internet }, quantity: 3 }]);
  const renewal = await billing.ok('Service.renew', { ...by(id), body: { order, preserve_pricing: true } });
  assert.equal((await billing.ok('Order.read', by(renewal.renewal_order_id))).order_type, 'renewal');
  const resource = await billing.ok('ServiceResource.create', {
    ...by(id),
    body: { identifier: `second-${id}` },
  });
  assert.equal((await billing.list('ServiceResource.list', { params: { service_id: id } })).length, 2);
  await billing.ok('ServiceResource.remove', { params: { id, sr_id: resource.id } });
  const params = { service_id: id };
  const value = {
    custom_field_value_type: 'service',
    value: 'x',
    custom_field: { id: IDS.field, custom_field_type: 'service' },
  };
  const made = await billing.ok('CustomFieldValue.addToService', { params, body: value });
  assert.equal((await billing.list('CustomFieldValue.listOfService', { params })).length, 1);
  await billing.ok('CustomFieldValue.readOfService', { params: { ...params, id: made.id } });
  const change = await billing.ok('Service.change', {
    ...by(id),
    body: { order: orderBody(account.id, [{ product: { id: '3103' }, quantity: 1 }]) },
  });
  const { order_items: items } = await billing.ok('Order.read', by(change.changed_service_order_id));
  const end = await reasonOf(billing, 'ServiceReason.listDeactivation');
  assert.equal(
    (await billing.ok('Service.deactivate', { ...by(items[0].service.id), body: { reason: end } })).status,
    'DEACTIVATED',
  );
});

test('usage', async () => {
  const account = await makeAccount(billing);
  const identifier = `sip-${account.id}`;
  await sell(billing, account.id, [
    { product: { id: '3120' }, quantity: 1, service_resources: [{ identifier }] },
  ]);
  const event = {
    service_resource_identifier: identifier,
    start_time: '2025-03-02T12:00:00-06:00',
    usage_uom: 'MINUTE',
    usage_amount: 600,
    reference_id: 'r',
    sequence_id: account.id,
  };
  const body = { mode: 'FAIL_ON_EXISTING', usage_events: [event] };
  assert.equal((await billing.ok('UsageEvent.simulate', { body })).rated_events[0].total_charge, 1.25);
  const { rated_events: rated } = await billing.ok('UsageEvent.rate', { body });
  assert.equal(
    (await billing.list('UsageEvent.list', { query: { billing_account_id: account.id } })).length,
    1,
  );
  await billing.ok('UsageEvent.read', by(rated[0].id));
  await billing.ok('UsageEvent.voidEvents', { body: { mode: 'BY_ID', usage_events: [{ id: rated[0].id }] } });
  await billing.refused('UsageEvent.read', 404, by(rated[0].id));
});

test('invoices, payments, refunds, adjustments', async () => {
  await billing.control('PATCH', '/fidelity', { invoiceCsv: true, taxPercent: '8.25' });
  const account = await makeAccount(billing);
  await runningService(billing, account.id);
  await billing.ok('BillingAccount.billOnDemand', by(account.id));
  const [invoice] = await billing.list('Invoice.list', { query: { billing_account_id: account.id } });
  assert.equal((await billing.ok('Invoice.read', by(invoice.id))).amount, invoice.amount);
  const pdf = await billing.call('Invoice.pdf', by(invoice.id));
  assert.match(pdf.text, /^%PDF-/);
  assert.match((await billing.call('Invoice.csv', by(invoice.id))).text, /^id,service_resource_identifier/);
  const [item] = await billing.list('InvoiceItem.list', { query: { invoice_id: invoice.id } });
  const charge = item.invoice_item_charges[0] as Body & { invoice_item_charge_type: string };
  const source = { id: charge.id, invoice_item_charge_type: charge.invoice_item_charge_type };
  await billing.ok('ManualCharge.create', {
    body: { type: 'sourced', source_charge: source, unit_price: '5.00', quantity: 1 },
  });
  assert.equal(
    (await billing.ok('Invoice.applyPayment', { ...by(invoice.id), body: { amount: 10 } })).unapplied_amount,
    0,
  );
  const token = {
    error_url: 'https://a.example/e',
    cancel_url: 'https://a.example/c',
    complete_url: 'https://a.example/d',
  };
  assert.ok((await billing.ok('Payment.generateToken', { body: token })).token);
  const payment = await billing.ok('Payment.create', {
    body: { amount: '500.00', billing_account: { id: account.id }, reference: 'P-1' },
  });
  assert.equal((await billing.list('Payment.list', { query: { reference: 'P-1' } })).length, 1);
  await billing.ok('Payment.reallocate', by(payment.id));
  await billing.ok('Payment.applyRefund', { ...by(payment.id), body: { amount: 5 } });
  await billing.ok('Refund.create', { body: { amount: 5, payment: { id: payment.id } } });
  assert.equal((await billing.ok('Payment.read', by(payment.id))).refunded_amount, 10);
  const second = await billing.ok('Payment.applyToBillingAccount', {
    ...by(account.id),
    body: { amount: 7 },
  });
  assert.equal(
    (
      await billing.ok('Payment.cancel', {
        ...by(second.id),
        body: { reason: { id: '541' }, partial: false },
      })
    ).status,
    'CANCELED',
  );
  const third = await billing.ok('Payment.applyToBillingAccount', { ...by(account.id), body: { amount: 7 } });
  assert.equal((await billing.ok('Payment.reverse', by(third.id))).status, 'VOID');
  const credit = await billing.ok('Adjustment.create', {
    ...by(account.id),
    body: { amount: 3, credit: true, reason: { id: '531' } },
  });
  assert.equal((await billing.ok('Adjustment.post', by(credit.id))).status, 'POSTED');
  assert.equal((await billing.ok('Adjustment.reverse', by(credit.id))).status, 'REVERSED');
  assert.equal(
    (await billing.list('Adjustment.list', { query: { billing_account_id: account.id } })).length,
    1,
  );
  const [service] = await billing.list('Service.list', { query: { billing_account_id: account.id } });
  await billing.ok('Service.adjust', {
    ...by(service.id),
    body: { amount: 3, credit: false, reason: { id: '532' } },
  });
});

test('what is not supported says so', async () => {
  const account = await makeAccount(billing);
  const { id } = await runningService(billing, account.id);
  for (const operation of NOT_SUPPORTED) {
    const options =
      operation === 'Service.addDiscount' ? { ...by(id), body: { discount_identifier: { id: '1' } } } : {};
    assert.match(await billing.refused(operation, 501, options), /not supported by this billing server/);
    answered501.add(operation);
  }
});

test('every operation has been called', () => {
  const missing = contract.operations
    .map(({ id }) => id)
    .filter((id) => !billing.succeeded.has(id) && !answered501.has(id));
  // The tenant has no field of payment methods, so its choices can only be refused.
  assert.deepEqual(missing, ['CustomField.listChoicesForPaymentMethods']);
});
