/** Handlers of what an administrator sets up and the API only reads. */
import type { Parameters } from '../filter/sql.ts';
import { own } from '../domain/parameters.ts';
import type { NamedThing, ReasonKind } from '../domain/reference/records.ts';
import { notFound, unsupported } from '../http/problem.ts';
import type { Entity, Table } from '../store/table.ts';
import type { Tables } from '../domain/tables.ts';
import { pageOfTable } from './lists.ts';
import { param, type Call, type Handler, type Handlers } from './operation.ts';

const same = <Row>(row: Row): Row => row;

/** A list of everything in a table. */
function listAll<Row extends Entity>(tableOf: (tables: Tables) => Table<Row>): Handler {
  return (call: Call<unknown>) =>
    pageOfTable(call, { table: tableOf(call.tenant.tables), parameters: {} }, same);
}

function listReasons(kind: ReasonKind, parameters: Parameters = {}): Handler {
  return (call: Call<unknown>) =>
    pageOfTable(
      call,
      { table: call.tenant.tables.reason, parameters, base: { sql: 't.kind = ?', values: [kind] } },
      same,
    );
}

function listNamed(kind: NamedThing['kind']): Handler {
  return (call: Call<unknown>) =>
    pageOfTable(
      call,
      { table: call.tenant.tables.named, parameters: {}, base: { sql: 't.kind = ?', values: [kind] } },
      same,
    );
}

/** @documented S33 */
const MANUAL_INVOICE_PARAMETERS: Parameters = {
  id: own('id', 'id'),
  name: own('text', 'name'),
  status: own('text', 'status'),
  charge_category_id: own('id', 'charge_category_id'),
  charge_category_name: own('text', 'charge_category_name'),
};

const ADJUSTMENT_PARAMETERS: Parameters = {
  level: own('text', 'level'),
  credit_only: own('boolean', 'credit_only'),
};

function noDiscounts(): never {
  throw unsupported('Reading discounts');
}

export const referenceHandlers: Handlers = {
  'BillCycle.list': listAll(({ billCycle }) => billCycle),
  'BillingAccountCategory.list': listAll(({ category }) => category),
  'PaymentTerm.list': listAll(({ paymentTerm }) => paymentTerm),
  'Currency.list': listAll(({ currency }) => currency),
  'ChargeCategory.list': listAll(({ chargeCategory }) => chargeCategory),
  'PriceList.list': listNamed('price-list'),
  'PriceList.read': (call) => {
    const thing = call.tenant.tables.named.get(param(call, 'id'));
    if (thing?.kind !== 'price-list') throw notFound('price_list');
    return thing;
  },
  'Marketplace.list': listNamed('marketplace'),
  'ProductTag.list': listNamed('product-tag'),
  'ServiceReason.listSuspension': listReasons('service-suspension'),
  'ServiceReason.listDeactivation': listReasons('service-deactivation'),
  'ManualInvoiceReason.list': listReasons('manual-invoice', MANUAL_INVOICE_PARAMETERS),
  'AdjustmentReason.list': listReasons('adjustment', ADJUSTMENT_PARAMETERS),
  'Discount.list': noDiscounts,
  'Discount.listCategories': noDiscounts,
  'Discount.listCodes': noDiscounts,
  'Discount.listIdentifiers': noDiscounts,
};
