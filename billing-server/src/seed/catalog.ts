/** The catalog of a small provider: internet access, virtual servers, SIP trunks, static IPs, and three terms. */
import type {
  Agreement,
  Product,
  ProductPrice,
  ProductType,
  RecurrencePeriod,
  UsageRate,
} from '../domain/catalog/records.ts';
import type { Tenant } from '../domain/tenant.ts';

interface PriceSeed {
  readonly id?: string;
  /** Price of one from a quantity on, in US dollars; in euros it is the same number. */
  readonly ranges: readonly (readonly [from: number, price: string])[];
  /** Once where absent. */
  readonly every?: RecurrencePeriod;
  readonly override?: true;
}

interface ProductSeed {
  readonly id: string;
  readonly category: string;
  readonly type: ProductType;
  readonly name: string;
  readonly sku: string;
  readonly description: string;
  readonly prices: readonly PriceSeed[];
  readonly more?: Partial<Product>;
}

const monthly = (price: string): PriceSeed => ({ ranges: [[1, price]], every: 'MONTH' });
const once = (price: string): PriceSeed => ({ ranges: [[1, price]] });

const CATEGORIES = [
  ['44', 'Connectivity'],
  ['45', 'Cloud'],
  ['46', 'Voice'],
  ['47', 'Equipment and work'],
] as const;

const CALLS: UsageRate = { id: '25001', usage_uom: 'MINUTE', unit_price: '0.0125', included: '500' };
const TRAFFIC: UsageRate = { id: '25002', usage_uom: 'GIGABYTE', unit_price: '0.02', included: '1000' };

const SUBSCRIPTION = 'customer-subscription';

const PRODUCTS: readonly ProductSeed[] = [
  {
    id: '3101',
    category: '44',
    type: SUBSCRIPTION,
    name: 'Internet Access 100',
    sku: 'NET-100',
    description: '100 Mbit/s, shared',
    prices: [monthly('49.00')],
  },
  {
    id: '3102',
    category: '44',
    type: SUBSCRIPTION,
    name: 'Internet Access 500',
    sku: 'NET-500',
    description: '500 Mbit/s, shared',
    prices: [{ id: '8801', ranges: [[1, '89.00']], every: 'MONTH', override: true }],
  },
  {
    id: '3103',
    category: '44',
    type: SUBSCRIPTION,
    name: 'Internet Access 1000',
    sku: 'NET-1000',
    description: '1 Gbit/s, shared',
    prices: [monthly('129.00')],
  },
  {
    id: '3104',
    category: '44',
    type: SUBSCRIPTION,
    name: 'Dedicated Fiber 10G',
    sku: 'FIBER-10G',
    description: '10 Gbit/s of your own; a person looks at each order',
    prices: [{ ranges: [[1, '1450.00']], every: 'MONTH', override: true }, once('2500.00')],
    more: { approval: { required: true }, requires_agreement: true },
  },
  {
    id: '3110',
    category: '45',
    type: SUBSCRIPTION,
    name: 'Virtual Server S',
    sku: 'VS-S',
    description: '1 core, 2 GB; 14 days to try',
    prices: [monthly('9.50')],
    more: { trial: true, trial_days: 14, trial_override: true },
  },
  {
    id: '3111',
    category: '45',
    type: SUBSCRIPTION,
    name: 'Virtual Server M',
    sku: 'VS-M',
    description: '4 cores, 8 GB; less each from ten on',
    prices: [
      {
        ranges: [
          [1, '32.00'],
          [10, '28.00'],
          [50, '24.50'],
        ],
        every: 'MONTH',
      },
    ],
    more: { usage_rates: [TRAFFIC] },
  },
  {
    id: '3112',
    category: '45',
    type: SUBSCRIPTION,
    name: 'Virtual Server L',
    sku: 'VS-L',
    description: '16 cores, 64 GB',
    prices: [monthly('148.00')],
    more: { usage_rates: [TRAFFIC] },
  },
  {
    id: '3120',
    category: '46',
    type: SUBSCRIPTION,
    name: 'SIP Trunk',
    sku: 'SIP',
    description: 'Price of each channel; 500 minutes a month included',
    prices: [
      {
        ranges: [
          [1, '19.90'],
          [11, '16.90'],
          [31, '13.90'],
        ],
        every: 'MONTH',
      },
    ],
    more: { usage_rates: [CALLS], rule_override: true, max_service_resources: 20 },
  },
  {
    id: '3177',
    category: '44',
    type: 'add-on',
    name: 'Static IP',
    sku: 'IP-1',
    description: 'One fixed address',
    prices: [monthly('5.00')],
  },
  {
    id: '3178',
    category: '45',
    type: 'add-on',
    name: 'Backup',
    sku: 'BACKUP',
    description: 'Daily, kept for thirty days',
    prices: [monthly('4.50')],
  },
  {
    id: '3179',
    category: '46',
    type: 'add-on',
    name: 'Block of 10 numbers',
    sku: 'DID-10',
    description: 'Ten numbers in a row',
    prices: [monthly('7.00')],
  },
  {
    id: '3190',
    category: '47',
    type: 'general',
    name: 'Installation',
    sku: 'INSTALL',
    description: 'Work on site',
    prices: [{ ranges: [[1, '120.00']], override: true }],
  },
  {
    id: '3191',
    category: '47',
    type: 'general',
    name: 'Router',
    sku: 'ROUTER',
    description: 'Bought, not rented',
    prices: [once('189.00')],
  },
];

/** `[of, other, type, scope]` */
const RELATIONS = [
  ['3101', '3177', 'ADDON', 'ACCOUNT'],
  ['3102', '3177', 'ADDON', 'ACCOUNT'],
  ['3103', '3177', 'ADDON', 'ACCOUNT'],
  ['3104', '3177', 'ADDON', 'ACCOUNT'],
  ['3111', '3178', 'ADDON', 'ACCOUNT'],
  ['3112', '3178', 'ADDON', 'ACCOUNT'],
  ['3120', '3179', 'ADDON', 'ACCOUNT'],
  ['3102', '3191', 'RECOMMENDED', 'ORDER'],
  ['3103', '3191', 'RECOMMENDED', 'ORDER'],
] as const;

const AGREEMENTS: readonly Agreement[] = [
  {
    id: '11',
    name: '12 months',
    status: 'ACTIVE',
    agreement_period: 12,
    agreement_period_type: 'MONTH',
    end_action: 'RENEW_AGREEMENT',
    termination_flat_charge: '75.00',
    prorate_on_cancel: false,
  },
  {
    id: '12',
    name: '24 months',
    status: 'ACTIVE',
    agreement_period: 24,
    agreement_period_type: 'MONTH',
    end_action: 'SERVICE_ONLY',
    termination_percentage_charge: '50',
    max_termination_charge: '600.00',
    prorate_on_cancel: true,
  },
  {
    id: '13',
    name: '36 months',
    status: 'ACTIVE',
    agreement_period: 36,
    agreement_period_type: 'MONTH',
    end_action: 'CHANGE_AGREEMENT',
    next_agreement: { id: '11' },
    termination_percentage_charge: '60',
    max_termination_charge: '1500.00',
    prorate_on_cancel: true,
  },
];

const CURRENCIES = ['USD', 'EUR'] as const;

const PRODUCT_DEFAULTS = {
  state: 'AVAILABLE',
  serialized: false,
  taxable: true,
  trial: false,
  requires_agreement: false,
  default_quantity: '1',
  min_service_resources: 0,
  max_service_resources: 5,
  trial_override: false,
  product_tags: [],
  rule_override: false,
  rule_type: 'TIERED',
  rule_mode: 'ROOT',
  consume_prepaid_balance: false,
} as const;

function rangesOf(tenant: Tenant, { ranges }: PriceSeed, currency: string): ProductPrice['price_ranges'] {
  return ranges.map(([from, price], at) => ({
    id: tenant.nextId('price_range', 9001),
    quantity_begin_range: String(from),
    quantity_end_range: ranges[at + 1] ? String((ranges[at + 1]?.[0] ?? 0) - 1) : null,
    price,
    level: 1,
    currency_code: currency,
  }));
}

function addPrice(
  tenant: Tenant,
  productId: string,
  from: string,
  price: PriceSeed,
  currency: (typeof CURRENCIES)[number],
): void {
  const { id, every, override = false } = price;
  const { productPrice } = tenant.tables;
  productPrice.insertAs({
    id: currency === 'USD' && id !== undefined ? id : productPrice.nextId(),
    product_id: productId,
    price_type: every ? 'recurring' : 'one-time',
    currency_code: currency,
    from_date: from,
    price_override: override,
    allow_scheduled_charges: true,
    payment_on_purchase_required: false,
    charge_category: every
      ? { id: '601', name: 'Recurring charges' }
      : { id: '602', name: 'One-time charges' },
    price_ranges: rangesOf(tenant, price, currency),
    ...(every && {
      recurrence_period: every,
      recurrence_amount: 1,
      bill_in_advance: true,
      prorated_on_order: true,
      prorated_on_cancel: true,
    }),
  });
}

function addProduct(
  tenant: Tenant,
  from: string,
  { id, category, type, prices, more, ...texts }: ProductSeed,
): void {
  tenant.tables.product.insertAs({
    ...PRODUCT_DEFAULTS,
    product_tags: [],
    ...texts,
    id,
    product_type: type,
    introduction_date: tenant.zone.day(from),
    product_category: { id: category },
    ...more,
  });
  for (const price of prices) for (const currency of CURRENCIES) addPrice(tenant, id, from, price, currency);
  tenant.note('product', id, 'Put on offer');
}

function addRelation({ tables }: Tenant, [ownerId, otherId, type, scope]: (typeof RELATIONS)[number]): void {
  const { product_type, name } = tables.product.require(otherId);
  tables.productRelation.insert({
    owner_id: ownerId,
    product: { product_type, id: otherId, name },
    product_relation_type: type,
    scope,
  });
}

/** Service fields can be used on these products. @documented S21 */
function relateFields({ tables }: Tenant): void {
  for (const { id, type } of PRODUCTS) {
    if (type === 'general') continue;
    for (const field of ['52', '53']) {
      const { name } = tables.customField.require(field);
      tables.customFieldRelation.insert({
        product_id: id,
        custom_field: { id: field, custom_field_type: 'service', name },
      });
    }
  }
}

/** Makes it, on offer from a moment on. Needs the reference data. */
export function seedCatalog(tenant: Tenant, from: string): void {
  const { tables } = tenant;
  for (const [id, name] of CATEGORIES) tables.productCategory.insertAs({ id, name, status: 'ACTIVE' });
  tables.named.insert({ kind: 'price-list', name: 'Partners', description: 'Prices for resellers' });
  tables.named.insert({ kind: 'marketplace', name: 'Direct sales' });
  tables.named.insert({ kind: 'product-tag', name: 'Featured' });
  for (const product of PRODUCTS) addProduct(tenant, from, product);
  for (const relation of RELATIONS) addRelation(tenant, relation);
  for (const agreement of AGREEMENTS) tables.agreement.insertAs(agreement);
  relateFields(tenant);
}
