/** Handlers of services. */
import type { Parameters } from '../filter/sql.ts';
import { ofAccount, ofCustomField, ofPointing, own } from '../domain/parameters.ts';
import { createAdjustment, type AdjustmentBody } from '../domain/payments/adjustments.ts';
import {
  addAgreement,
  addResource,
  changePrice,
  changeQuantity,
  describeService,
  removeResource,
  resumeService,
  suspendService,
  type AgreementBody,
  type QuantityBody,
} from '../domain/services/changes.ts';
import { deactivateService, type DeactivateBody } from '../domain/services/deactivate.ts';
import type { Service } from '../domain/services/records.ts';
import { changeService, renewService, type ChangeBody, type RenewBody } from '../domain/services/renew.ts';
import { agreementView, plainServiceStatus, serviceView } from '../domain/services/service-view.ts';
import { invalid, unsupported } from '../http/problem.ts';
import { pageOfMembers, pageOfTable } from './lists.ts';
import { param, type Call, type Handler, type Handlers } from './operation.ts';

/** @inferred 1.x */
const PARAMETERS: Parameters = {
  id: own('id', 'id'),
  account_num: ofAccount('text', 'account_num'),
  external_account_num: ofAccount('text', 'external_account_num'),
  billing_account_id: own('id', 'account_id'),
  product_id: own('id', 'product_id'),
  agreement_id: own('id', 'agreement_id'),
  service_resource_identifier: ofPointing('text', 'service_resource', 'service_id', 'identifier'),
  parent_id: own('id', 'parent_id'),
  status: { ...own('text', 'status'), normalise: plainServiceStatus },
  start_date: own('instant', 'start_date'),
  end_date: own('instant', 'end_date'),
  renewal_count: own('integer', 'renewal_count'),
  previous_service_id: own('id', 'previous_id'),
  next_service_id: own('id', 'next_id'),
  original_order_id: own('id', 'order_id'),
  original_order_num: own('text', 'order_num'),
  original_order_item_sequence: own('integer', 'item_sequence'),
  custom_field_id: ofCustomField('id', 'field_id', 'service'),
  custom_field_value: ofCustomField('text', 'value', 'service'),
};

export const serviceOf = (call: Call<unknown>, name = 'id'): Service =>
  call.tenant.tables.service.require(param(call, name));

/** A command on a service that answers the service. */
function command<Body>(work: (call: Call<Body>, service: Service) => Service): Handler<Body> {
  return (call) => serviceView(call.tenant, work(call, serviceOf(call)));
}

function adjust(call: Call<AdjustmentBody>): unknown {
  const { tenant, body } = call;
  const service = serviceOf(call);
  return createAdjustment(
    tenant,
    tenant.tables.account.require(service.billing_account.id),
    body,
    'SERVICE',
    service,
  );
}

/** The body of a usage rule is not public; what is known of one is its id. @inferred S28 */
function addUsageRule(call: Call<unknown>): unknown {
  const { tenant } = call;
  const service = serviceOf(call);
  if (!tenant.tables.product.get(service.product.id)?.rule_override) {
    throw invalid(`usage_rules: the product ${service.product.name} does not allow other usage rules.`);
  }
  const rule = { id: tenant.nextId('usage_rule', 26_001) };
  tenant.tables.service.update({ ...service, usage_rules: [...service.usage_rules, rule] });
  return rule;
}

export const serviceHandlers: Handlers = {
  'Service.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.service, parameters: PARAMETERS }, (service) =>
      serviceView(call.tenant, service),
    ),
  'Service.read': (call) => serviceView(call.tenant, serviceOf(call)),
  'Service.update': command((call: Call<{ description?: string | null }>, service) =>
    describeService(call.tenant, service, call.body.description),
  ),
  'Service.suspend': command((call: Call<{ reason: { id: string } }>, service) =>
    suspendService(call.tenant, service, call.body),
  ),
  'Service.resume': command((call, service) => resumeService(call.tenant, service)),
  'Service.deactivate': command((call: Call<DeactivateBody>, service) =>
    deactivateService(call.tenant, service, call.body),
  ),
  'Service.renew': (call: Call<RenewBody>) => {
    const order = renewService(call.tenant, serviceOf(call), call.body);
    return { renewal_order_id: order.id, renewal_date: order.renewal_date };
  },
  'Service.change': (call: Call<ChangeBody>) => ({
    changed_service_order_id: changeService(call.tenant, serviceOf(call), call.body).id,
  }),
  'Service.changeQuantity': command((call: Call<QuantityBody>, service) =>
    changeQuantity(call.tenant, service, call.body),
  ),
  'Service.changePrice': command((call: Call<{ new_recurring_unit_price: string }>, service) =>
    changePrice(call.tenant, service, call.body),
  ),
  'Service.addAgreement': (call: Call<AgreementBody>) => {
    const service = serviceOf(call);
    return agreementView(call.tenant, service, addAgreement(call.tenant, service, call.body));
  },
  'Service.addDiscount': () => {
    throw unsupported('Giving a service a discount');
  },
  'Service.adjust': adjust,
  'UsageRule.listOfService': (call) => pageOfMembers(call, serviceOf(call).usage_rules),
  'UsageRule.addToService': addUsageRule,
  'ServiceResource.list': (call) => {
    const service = serviceOf(call, 'service_id');
    const base = { sql: 't.service_id = ?', values: [Number(service.id)] };
    return pageOfTable(
      call,
      { table: call.tenant.tables.serviceResource, parameters: {}, base },
      (resource) => resource,
    );
  },
  'ServiceResource.create': (call: Call<{ identifier: string }>) =>
    addResource(call.tenant, serviceOf(call), call.body),
  'ServiceResource.remove': (call) => removeResource(call.tenant, serviceOf(call), param(call, 'sr_id')),
};
