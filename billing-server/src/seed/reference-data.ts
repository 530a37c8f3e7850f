/**
 * What an administrator has set up before the first account: cycles, categories, terms, reasons, custom fields.
 *
 * Records that the API reference's sample bodies name have the ids that they have there, so that the samples work.
 */
import type { CustomField } from '../domain/custom-fields/records.ts';
import { startPeriod } from '../domain/invoices/bill-run.ts';
import type { BillCycle, BillCycleType, Reason } from '../domain/reference/records.ts';
import type { Tenant } from '../domain/tenant.ts';
import { toInstant } from '../clock/zone.ts';

interface CycleSeed {
  readonly id: string;
  readonly type: BillCycleType;
  readonly name: string;
  readonly currency: string;
  readonly day?: number;
}

const CYCLES: readonly CycleSeed[] = [
  { id: '210', type: 'monthly', name: 'Monthly 1st', currency: 'USD', day: 1 },
  { id: '211', type: 'monthly', name: 'Monthly 15th', currency: 'USD', day: 15 },
  { id: '212', type: 'monthly', name: 'Monthly 1st, euro', currency: 'EUR', day: 1 },
  { id: '213', type: 'quarterly', name: 'Quarterly', currency: 'USD', day: 1 },
  { id: '214', type: 'yearly', name: 'Yearly', currency: 'USD', day: 1 },
];

const CURRENCIES = [
  ['USD', 'US dollar'],
  ['EUR', 'Euro'],
  ['GBP', 'Pound sterling'],
] as const;

const TERMS = [
  ['5', 'Due on receipt', 0],
  ['6', 'Net 15', 15],
  ['7', 'Net 30', 30],
  ['8', 'Net 60', 60],
] as const;

const CATEGORIES = [
  ['31', 'Business', 'BUSINESS', '7'],
  ['32', 'Residential', 'RESIDENTIAL', '6'],
  ['33', 'Wholesale', 'WHOLESALE', '8'],
] as const;

const CHARGE_CATEGORIES = [
  ['601', 'recurring', 'Recurring charges'],
  ['602', 'one-time', 'One-time charges'],
  ['603', 'usage', 'Usage charges'],
] as const;

const REASONS: readonly (Omit<Reason, 'id' | 'status'> & { readonly id: string })[] = [
  { id: '501', kind: 'service-suspension', name: 'Customer request', reason_type: 'service-suspension' },
  { id: '502', kind: 'service-suspension', name: 'Payment overdue', reason_type: 'service-suspension' },
  { id: '503', kind: 'service-suspension', name: 'Abuse', reason_type: 'service-suspension' },
  { id: '511', kind: 'service-deactivation', name: 'Customer request', reason_type: 'service-deactivation' },
  {
    id: '512',
    kind: 'service-deactivation',
    name: 'Moved to a competitor',
    reason_type: 'service-deactivation',
  },
  { id: '513', kind: 'service-deactivation', name: 'Payment overdue', reason_type: 'service-deactivation' },
  { id: '521', kind: 'manual-invoice', name: 'Correction', reason_type: 'manual-invoice' },
  { id: '522', kind: 'manual-charge', name: 'Work on site', reason_type: 'manual-charge' },
  { id: '531', kind: 'adjustment', name: 'Goodwill', level: 'PRIMARY', credit_only: true },
  { id: '532', kind: 'adjustment', name: 'Billing error', level: 'PRIMARY', credit_only: false },
  { id: '533', kind: 'adjustment', name: 'Outage', level: 'SECONDARY', credit_only: true },
  { id: '541', kind: 'payment-cancel', name: 'Returned by the bank' },
  { id: '542', kind: 'payment-cancel', name: 'Entered twice' },
];

const FIELDS: readonly CustomField[] = [
  {
    id: '41',
    custom_field_type: 'billing-account',
    name: 'Segment',
    code: 'segment',
    choices: ['Small', 'Medium', 'Large'].map((value, at) => ({ id: String(at + 1), value })),
  },
  { id: '42', custom_field_type: 'billing-account', name: 'Sales region', code: 'sales_region' },
  { id: '48', custom_field_type: 'order', name: 'Sales channel', code: 'sales_channel' },
  { id: '52', custom_field_type: 'service', name: 'Order line reference', code: 'order_line_reference' },
  { id: '53', custom_field_type: 'service', name: 'Site', code: 'site' },
  { id: '56', custom_field_type: 'product', name: 'Product line', code: 'product_line' },
];

/** The start of the period that a moment is in. */
function periodStart({ zone }: Tenant, { type, day = 1 }: CycleSeed, moment: string): string {
  const local = zone.local(moment);
  if (type === 'daily') return toInstant(local.startOf('day'));
  const unit = type === 'quarterly' ? 'quarter' : type === 'yearly' ? 'year' : 'month';
  const first = local.startOf(unit).set({ day });
  return toInstant(first <= local ? first : first.minus({ months: 1 }));
}

function addCycle(tenant: Tenant, seed: CycleSeed): void {
  const cycle: BillCycle = {
    id: seed.id,
    bill_cycle_type: seed.type,
    name: seed.name,
    status: 'ACTIVE',
    start_date: periodStart(tenant, seed, tenant.now()),
    end_date: tenant.now(),
    internal_render: true,
    auto_bill: false,
    include_external_charges: false,
    generate_invoice_artifacts: false,
    currency_code: seed.currency,
    ...(seed.day !== undefined && { day_of_month: seed.day }),
  };
  startPeriod(tenant, tenant.tables.billCycle.insertAs(cycle));
}

/** Makes it. Cycles are in the period that the tenant's clock is in. */
export function seedReferenceData(tenant: Tenant): void {
  const { tables } = tenant;
  for (const [currency_code, name] of CURRENCIES) tables.currency.insert({ currency_code, name });
  for (const [id, name, days] of TERMS) tables.paymentTerm.insertAs({ id, name, days });
  for (const [id, name, code, term] of CATEGORIES) {
    tables.category.insertAs({
      id,
      name,
      code,
      status: 'ACTIVE',
      auto_pay_offset: 3,
      default_payment_term_id: term,
    });
  }
  for (const [id, charge_category_type, name] of CHARGE_CATEGORIES) {
    tables.chargeCategory.insertAs({ id, charge_category_type, name });
  }
  for (const reason of REASONS) tables.reason.insertAs({ ...reason, status: 'ACTIVE' });
  for (const field of FIELDS) tables.customField.insertAs(field);
  for (const cycle of CYCLES) addCycle(tenant, cycle);
}
