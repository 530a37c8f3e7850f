/**
 * `--seed demo`: fifteen months of a small provider's life up to the present, played through the domain, so that every
 * charge, invoice and note is what billing itself would have made.
 */
import { approveItem } from '../domain/orders/confirm.ts';
import { voidOrder } from '../domain/orders/drafts.ts';
import { createAdjustment, postAdjustment } from '../domain/payments/adjustments.ts';
import { changeQuantity, suspendService } from '../domain/services/changes.ts';
import { deactivateService } from '../domain/services/deactivate.ts';
import { changeService } from '../domain/services/renew.ts';
import type { Tenant } from '../domain/tenant.ts';
import { rateEvents } from '../domain/usage/rate.ts';
import { seededRandom } from '../faults/random.ts';
import { accountOf, command, draft, item, open, pay, sell, serviceOf, type Customer } from './actions.ts';
import { seedCatalog } from './catalog.ts';
import { seedReferenceData } from './reference-data.ts';
import { play, type Happening } from './timeline.ts';

const SEED = 7;
/** The first account gets the id that the API reference's samples name. */
const FIRST_ACCOUNT = 50_210;
const BEGIN = 455;

/** External numbers by which the story names accounts. */
const HERON = 'CRM-0001';
const GRANITE = 'CRM-0002';
const LATE = 'CRM-0003';
const COPPER = 'CRM-0004';
const LEAVER = 'CRM-0005';
const UNPAID = 'CRM-0006';
const CLOSED = 'CRM-0007';
const FUTURE = 'CRM-0008';
const CLINIC = 'CRM-0009';
const BREWERY = 'CRM-0010';
const MEDIA = 'CRM-0011';
const EURO = 'CRM-0012';

const CUSTOMERS: readonly (readonly [daysAgo: number, customer: Customer])[] = [
  [450, { name: 'Blue Heron Logistics', external: HERON }],
  [430, { name: 'Granite Dental Group', external: GRANITE, card: 'demo-card-granite' }],
  [230, { name: '', external: LATE, person: true, category: '32' }],
  [300, { name: 'Copper Hill Foods', external: COPPER }],
  [200, { name: 'Silver Birch Law Partners', external: LEAVER, cycle: '211' }],
  [210, { name: 'Harbor Hotels', external: UNPAID }],
  [400, { name: 'Prairie Print Works', external: CLOSED }],
  [90, { name: 'Juniper Clinics', external: CLINIC, cycle: '211' }],
  [60, { name: 'Lakeside Brewing', external: BREWERY }],
  [380, { name: 'Sandstone Media', external: MEDIA }],
  [150, { name: 'Evergreen Textiles', external: EURO, cycle: '212' }],
];

const term = (id: string): { selected_agreement: { id: string } } => ({ selected_agreement: { id } });
const line = (...identifiers: string[]): { service_resources: { identifier: string }[] } => ({
  service_resources: identifiers.map((identifier) => ({ identifier })),
});

/** Minutes that a trunk was used for on one day. */
function useTrunk(tenant: Tenant, day: number): void {
  rateEvents(tenant, {
    mode: 'FAIL_ON_EXISTING',
    usage_events: [1, 2, 3].map((sequence) => ({
      service_resource_identifier: 'TRUNK-7741',
      start_time: tenant.now(),
      usage_uom: 'MINUTE',
      usage_amount: String(90 * sequence + (day % 37)),
      description: 'Calls of the day',
      reference_id: `CALLS-${day}`,
      sequence_id: String(sequence),
    })),
  });
}

function credit(tenant: Tenant, external: string, amount: string, description: string): void {
  const body = { amount, credit: true, reason: { id: '531' }, description };
  postAdjustment(tenant, createAdjustment(tenant, accountOf(tenant, external), body, 'MANUAL'));
}

/** A day on which something happens to one account. */
const on = (daysAgo: number, what: Happening['what']): Happening => ({ daysAgo, what });

const SALES: readonly Happening[] = [
  on(448, (tenant) => {
    const addOns = [item('3177', { quantity: '2' })];
    const access = item('3102', { ...term('12'), ...line('CKT-100-778'), order_items: addOns });
    sell(tenant, HERON, [access, item('3190'), item('3191')], 'PO-7741');
  }),
  on(440, (tenant) =>
    sell(tenant, HERON, [
      item('3120', { quantity: '12', ...line('TRUNK-7741'), order_items: [item('3179')] }),
    ]),
  ),
  on(428, (tenant) =>
    sell(tenant, GRANITE, [
      item('3111', { quantity: '8', ...term('11') }),
      item('3101', line('CKT-100-801')),
    ]),
  ),
  on(228, (tenant) => sell(tenant, LATE, [item('3101', line('CKT-200-114')), item('3191')])),
  on(298, (tenant) =>
    sell(tenant, COPPER, [item('3103', { ...term('13'), ...line('CKT-100-912') })], 'CH-88'),
  ),
  on(198, (tenant) => sell(tenant, LEAVER, [item('3102', { ...term('12'), ...line('CKT-300-020') })])),
  on(208, (tenant) => sell(tenant, UNPAID, [item('3103', line('CKT-300-077')), item('3190')])),
  on(398, (tenant) => sell(tenant, CLOSED, [item('3101', line('CKT-300-101'))])),
  on(88, (tenant) =>
    sell(tenant, CLINIC, [item('3112', { quantity: '2', order_items: [item('3178', { quantity: '2' })] })]),
  ),
  on(378, (tenant) => sell(tenant, MEDIA, [item('3101', { ...term('11'), ...line('CKT-100-999') })])),
  on(148, (tenant) => sell(tenant, EURO, [item('3111', { quantity: '3' })])),
];

/** Accounts that pay their invoices by transfer, with the day on which they stopped. */
const PAYERS: readonly (readonly [external: string, from: number, until: number])[] = [
  [HERON, 440, 0],
  [COPPER, 290, 0],
  [LEAVER, 190, 8],
  [UNPAID, 200, 80],
  [CLOSED, 390, 0],
  [CLINIC, 80, 0],
  [MEDIA, 370, 12],
  [EURO, 140, 0],
];

const PAYMENTS: readonly Happening[] = PAYERS.flatMap(([external, from, until]) =>
  Array.from({ length: Math.floor((from - until) / 15) }, (_, at) =>
    on(from - 15 * at, (tenant) => pay(tenant, external)),
  ),
);

const USAGE: readonly Happening[] = Array.from({ length: 30 }, (_, at) =>
  on(430 - 14 * at, (tenant) => useTrunk(tenant, 430 - 14 * at)),
);

const CHANGES: readonly Happening[] = [
  on(260, (tenant) => {
    const order = {
      order_type: 'sales' as const,
      billing_account: accountOf(tenant, MEDIA),
      order_items: [item('3103')],
    };
    changeService(tenant, serviceOf(tenant, MEDIA, '3101'), { order, preserve_agreement: true });
  }),
  on(200, (tenant) => changeQuantity(tenant, serviceOf(tenant, GRANITE, '3111'), { new_quantity: '12' })),
  on(120, (tenant) => credit(tenant, HERON, '25.00', 'Apology for the outage')),
  on(110, (tenant) => command(tenant, CLOSED, 'DEACTIVATED', '511')),
  on(75, (tenant) => command(tenant, UNPAID, 'DEACTIVATED', '512')),
  on(40, (tenant) => suspendService(tenant, serviceOf(tenant, COPPER, '3103'), { reason: { id: '501' } })),
  on(40, (tenant) => command(tenant, COPPER, 'SUSPENDED', '501')),
  on(20, (tenant) => deactivateService(tenant, serviceOf(tenant, EURO, '3111'), { reason: { id: '511' } })),
  on(18, (tenant) => sell(tenant, EURO, [item('3112')])),
];

/** What is not done yet: an order in each state that waits, a trial, a service that starts later. */
const PRESENT: readonly Happening[] = [
  on(30, (tenant) => voidOrder(tenant, draft(tenant, BREWERY, [item('3103')]))),
  on(10, (tenant) => sell(tenant, BREWERY, [item('3104', { ...term('13'), ...line('FIB-10-001') })], 'LB-2')),
  on(9, (tenant) => {
    const order = sell(tenant, MEDIA, [item('3104', { ...term('12'), ...line('FIB-10-002') })]);
    const [first] = order.order_items;
    if (first) approveItem(tenant, order, first, tenant.zone.plusDays(tenant.now(), 30));
  }),
  on(3, (tenant) => sell(tenant, CLINIC, [item('3110', { quantity: '2' })])),
  on(2, (tenant) => draft(tenant, CLINIC, [item('3120', { quantity: '4', ...line('TRUNK-9001') })], 'JC-17')),
  on(2, (tenant) => {
    const requested_effective_date = tenant.zone.plusDays(tenant.now(), 12);
    sell(tenant, BREWERY, [item('3101', { ...line('CKT-400-003'), requested_effective_date })]);
  }),
  on(1, (tenant) => command(tenant, LEAVER, 'DEACTIVATED', '512')),
];

function opening(random: () => number): Happening[] {
  const known = CUSTOMERS.map(([daysAgo, customer], at) =>
    on(daysAgo, (tenant) => open(tenant, customer, random, at + 1)),
  );
  const future = on(1, (tenant) => {
    const startDate = tenant.zone.plusDays(tenant.now(), 11);
    open(tenant, { name: 'Redwood Robotics', external: FUTURE, startDate }, random, 90);
  });
  return [...known, future];
}

function begin(tenant: Tenant): void {
  tenant.fidelity.change({ taxPercent: '8.25' });
  seedReferenceData(tenant);
  seedCatalog(tenant, tenant.zone.plusDays(tenant.now(), -365));
  tenant.store.reserve(tenant.tables.account.name, FIRST_ACCOUNT);
}

/** Fills an empty tenant. Its work must be registered, because the story lives from what falls due. */
export function seedDemo(tenant: Tenant): void {
  const random = seededRandom(SEED);
  play(tenant, [
    on(BEGIN, begin),
    ...opening(random),
    ...SALES,
    ...USAGE,
    ...CHANGES,
    ...PAYMENTS,
    ...PRESENT,
  ]);
}
