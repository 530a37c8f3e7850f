/** Random commands, right and wrong, against a model of 8.2 and 9.3: the server accepts what the model accepts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Billing } from '../support/billing.ts';
import { makeAccount, orderBody } from '../support/flows.ts';

let billing: Billing;

before(async () => {
  billing = await Billing.start();
});
after(() => billing.stop());

/** What the model knows of an order. */
interface ModelOrder {
  id: string;
  itemId: string;
  status: 'DRAFT' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELED';
  readonly approval: boolean;
  /** Days until the day that the item asks for; negative once it has passed. */
  delay: number;
}

interface ModelService {
  id: string;
  status: 'SCHEDULED' | 'TRIAL' | 'ACTIVE' | 'SUSPENDED' | 'DEACTIVATED' | 'REPLACED' | 'CANCELED';
  /** Days until the next thing happens by itself. */
  wait: number;
  readonly trial: boolean;
}

/** The account as it should be. */
interface Model {
  readonly account: string;
  readonly orders: ModelOrder[];
  readonly services: ModelService[];
  readonly reasons: { readonly suspend: string; readonly end: string };
}

const PRODUCTS = { plain: '3101', trial: '3110', approval: '3104' } as const;
const TRIAL_DAYS = 14;

async function send(expected: boolean, id: string, params: Record<string, string>, body?: unknown) {
  const answer = await billing.call(id, { params, ...(body !== undefined && { body }) });
  assert.equal(answer.status, expected ? 200 : 422, `${id}: ${answer.text}`);
  return answer.body;
}

function startedStatus(service: ModelService): ModelService['status'] {
  return service.trial ? 'TRIAL' : 'ACTIVE';
}

async function complete(model: Model, order: ModelOrder, product: keyof typeof PRODUCTS): Promise<void> {
  order.status = 'COMPLETED';
  const { order_items: items } = await billing.ok('Order.read', { params: { id: order.id } });
  const service: ModelService = {
    id: items[0].service.id,
    status: 'SCHEDULED',
    wait: order.delay,
    trial: product === 'trial',
  };
  if (order.delay <= 0) service.status = startedStatus(service);
  if (service.status === 'TRIAL') service.wait = TRIAL_DAYS + order.delay;
  if (service.status === 'TRIAL' && service.wait <= 0) service.status = 'ACTIVE';
  model.services.push(service);
}

abstract class Command implements fc.AsyncCommand<Model, undefined> {
  check(_model: Readonly<Model>): boolean {
    return true;
  }

  async run(model: Model): Promise<void> {
    await this.act(model);
    await checkAll(model);
  }

  abstract act(model: Model): Promise<void>;
  abstract toString(): string;
}

async function checkAll({ account, orders, services }: Model): Promise<void> {
  const found = new Map(
    (await billing.list('Service.list', { query: { billing_account_id: account } })).map((one) => [
      one.id,
      one.status,
    ]),
  );
  for (const { id, status } of services) assert.equal(found.get(id), status, `service ${id}`);
  assert.equal(found.size, services.length, 'no service that the model does not have');
  const listed = new Map(
    (await billing.list('Order.list', { query: { billing_account_id: account, order_type: 'sales' } })).map(
      (one) => [one.id, one.status],
    ),
  );
  for (const { id, status } of orders) assert.equal(listed.get(id), status, `order ${id}`);
}

class Create extends Command {
  readonly product: keyof typeof PRODUCTS;
  readonly delay: number;
  constructor(product: keyof typeof PRODUCTS, delay: number) {
    super();
    this.product = product;
    this.delay = delay;
  }
  override async act(model: Model): Promise<void> {
    const { tenant } = billing.server;
    const effective = tenant.zone.plusDays(tenant.zone.startOfDay(tenant.now()), this.delay);
    const item = {
      product: { id: PRODUCTS[this.product] },
      quantity: 1,
      requested_effective_date: effective,
      ...(this.product === 'approval' && { selected_agreement: { id: '11' } }),
    };
    const order = await send(true, 'Order.create', {}, orderBody(model.account, [item]));
    model.orders.push({
      id: order.id,
      itemId: order.order_items[0].id,
      status: 'DRAFT',
      approval: this.product === 'approval',
      delay: this.delay,
    });
    products.set(order.id, this.product);
  }
  override toString(): string {
    return `create ${this.product} in ${this.delay} days`;
  }
}

const products = new Map<string, keyof typeof PRODUCTS>();

type OrderVerb = 'confirm' | 'void' | 'edit' | 'approve' | 'deny';

class OnOrder extends Command {
  readonly verb: OrderVerb;
  readonly at: number;
  constructor(verb: OrderVerb, at: number) {
    super();
    this.verb = verb;
    this.at = at;
  }
  override check({ orders }: Readonly<Model>): boolean {
    return orders.length > 0;
  }
  override async act(model: Model): Promise<void> {
    const order = model.orders[this.at % model.orders.length];
    assert.ok(order);
    const params = { id: order.id };
    const isDraft = order.status === 'DRAFT';
    const isWaiting = order.status === 'IN_PROGRESS';
    const product = products.get(order.id) ?? 'plain';
    if (this.verb === 'edit') await send(isDraft, 'Order.update', params, { note: 'edited' });
    if (this.verb === 'void') {
      await send(isDraft, 'Order.voidDraft', params);
      if (isDraft) order.status = 'CANCELED';
    }
    if (this.verb === 'confirm') {
      await send(isDraft, 'Order.confirm', params, {});
      if (isDraft && order.approval) order.status = 'IN_PROGRESS';
      else if (isDraft) await complete(model, order, product);
    }
    if (this.verb === 'approve') {
      await send(isWaiting, 'OrderItem.approve', { id: order.itemId }, {});
      if (isWaiting) await complete(model, order, product);
    }
    if (this.verb === 'deny') {
      await send(isWaiting, 'OrderItem.deny', { id: order.itemId });
      if (isWaiting) order.status = 'CANCELED';
    }
  }
  override toString(): string {
    return `${this.verb} order ${this.at}`;
  }
}

type ServiceVerb = 'suspend' | 'resume' | 'deactivate' | 'change' | 'quantity';
const ALLOWED: Readonly<Record<ServiceVerb, readonly ModelService['status'][]>> = {
  suspend: ['ACTIVE'],
  resume: ['SUSPENDED'],
  deactivate: ['SCHEDULED', 'TRIAL', 'ACTIVE', 'SUSPENDED'],
  change: ['ACTIVE'],
  quantity: ['TRIAL', 'ACTIVE', 'SUSPENDED'],
};

class OnService extends Command {
  readonly verb: ServiceVerb;
  readonly at: number;
  constructor(verb: ServiceVerb, at: number) {
    super();
    this.verb = verb;
    this.at = at;
  }
  override check({ services }: Readonly<Model>): boolean {
    return services.length > 0;
  }
  override async act(model: Model): Promise<void> {
    const service = model.services[this.at % model.services.length];
    assert.ok(service);
    const params = { id: service.id };
    const may = ALLOWED[this.verb].includes(service.status);
    if (this.verb === 'suspend')
      await send(may, 'Service.suspend', params, { reason: { id: model.reasons.suspend } });
    if (this.verb === 'resume') await send(may, 'Service.resume', params);
    if (this.verb === 'deactivate')
      await send(may, 'Service.deactivate', params, { reason: { id: model.reasons.end } });
    if (this.verb === 'quantity') await send(may, 'Service.changeQuantity', params, { new_quantity: 2 });
    if (this.verb === 'change') await this.#change(model, service, may);
    if (!may) return;
    if (this.verb === 'suspend') service.status = 'SUSPENDED';
    if (this.verb === 'resume') service.status = 'ACTIVE';
    if (this.verb === 'deactivate')
      service.status = service.status === 'SCHEDULED' ? 'CANCELED' : 'DEACTIVATED';
  }
  async #change(model: Model, service: ModelService, may: boolean): Promise<void> {
    const order = orderBody(model.account, [{ product: { id: '3103' }, quantity: 1 }]);
    const answer = await send(may, 'Service.change', { id: service.id }, { order });
    if (!may) return;
    service.status = 'REPLACED';
    const made = await billing.ok('Order.read', { params: { id: answer.changed_service_order_id } });
    model.services.push({ id: made.order_items[0].service.id, status: 'ACTIVE', wait: 0, trial: false });
  }
  override toString(): string {
    return `${this.verb} service ${this.at}`;
  }
}

class Wait extends Command {
  readonly days: number;
  constructor(days: number) {
    super();
    this.days = days;
  }
  override async act({ orders, services }: Model): Promise<void> {
    await billing.advance({ days: this.days });
    for (const order of orders) order.delay -= this.days;
    for (const service of services) this.#pass(service, this.days);
  }
  #pass(service: ModelService, days: number): void {
    if (service.status !== 'SCHEDULED' && service.status !== 'TRIAL') return;
    service.wait -= days;
    if (service.wait > 0) return;
    const rest = -service.wait;
    const wasTrial = service.status === 'TRIAL';
    service.status = wasTrial ? 'ACTIVE' : startedStatus(service);
    if (service.status !== 'TRIAL') return;
    service.wait = TRIAL_DAYS;
    this.#pass(service, rest);
  }
  override toString(): string {
    return `wait ${this.days} days`;
  }
}

const at = fc.nat(10);
const commands = [
  fc
    .tuple(fc.constantFrom<keyof typeof PRODUCTS>('plain', 'trial', 'approval'), fc.constantFrom(0, 3, 20))
    .map(([product, delay]) => new Create(product, product === 'approval' ? 0 : delay)),
  fc
    .tuple(fc.constantFrom<OrderVerb>('confirm', 'confirm', 'void', 'edit', 'approve', 'deny'), at)
    .map(([verb, index]) => new OnOrder(verb, index)),
  fc
    .tuple(fc.constantFrom<ServiceVerb>('suspend', 'resume', 'deactivate', 'change', 'quantity'), at)
    .map(([verb, index]) => new OnService(verb, index)),
  fc.integer({ min: 1, max: 20 }).map((days) => new Wait(days)),
];

test('the server follows the model', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (all) => {
      // Days begin at midnight, so that the model may count whole ones.
      const { tenant } = billing.server;
      await billing.control('POST', '/clock', {
        set: tenant.zone.format(tenant.zone.startOfDay(tenant.now())),
      });
      const { id } = await makeAccount(billing);
      const model: Model = { account: id, orders: [], services: [], reasons: { suspend: '501', end: '511' } };
      await fc.asyncModelRun(() => ({ model, real: undefined }), all);
    }),
    // The short form plays the same stories each time; the long form looks for new ones and prints its seed.
    process.env['BILLWRIGHT_LONG'] ? { numRuns: 400 } : { numRuns: 60, seed: 1 },
  );
});
