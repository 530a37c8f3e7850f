/** An org with the demo's customers and catalog beside a billing server, for orders: no page, no mock, real HTTP. */
import type { Json, PlainRecord } from '../../local-org/src/index.ts';
import { ConnectedOrg, SET_UP, type Tenant, withTenant } from './connected-org.ts';

/** From users to subscriptions that run; without the demo's own orders. */
const SCRIPTS = [...SET_UP, '30-catalog', '31-customers', '33-subscriptions'];

/** What a preview says of a record, as far as tests look at it. */
export interface PreviewItem {
  readonly outcome: string;
  readonly recordName: string;
  readonly callouts: number;
  readonly reasons: readonly { readonly name: string; readonly targetId: string | null }[];
  readonly children: readonly PreviewItem[];
  readonly changes: readonly {
    readonly fieldName: string;
    readonly owner: string;
    readonly direction: string;
    readonly salesforceValue: string | null;
    readonly newValue: string | null;
  }[];
}

export interface Preview {
  readonly runId: string | null;
  readonly callouts: number;
  readonly items: readonly PreviewItem[];
}

export interface RunItem {
  readonly state: string;
  readonly message: string | null;
  readonly billingNumber: string | null;
  readonly reason: { readonly name: string } | null;
}

/** A line to sell: the product's code, and what else the line says, in Apex. */
export interface Line {
  readonly product: string;
  readonly quantity?: number;
  /** The line is an add-on to the first one. */
  readonly isAddOn?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
}

export class OrderBook extends ConnectedOrg {
  #calls = 0;

  private constructor(tenant: Tenant) {
    super(tenant, SCRIPTS);
    this.org.kernel.onTransaction = ({ outcome: { transaction } }) => {
      this.#calls += transaction.limits.used('callouts');
    };
  }

  static open(): Promise<OrderBook> {
    return withTenant('demo', (tenant) => new OrderBook(tenant));
  }

  /** An activated order of a customer that billing knows. */
  addOrder(lines: readonly Line[]): string {
    return this.addOrders(1, lines)[0] ?? '';
  }

  /** As many activated orders, each with these lines. */
  addOrders(count: number, lines: readonly Line[]): string[] {
    this.execute(`
      Id accountId = [SELECT Id FROM Account WHERE Name = 'Granite Dental Group'].Id;
      Id standard = [SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE].Id;
      List<Order> orders = new List<Order>();
      for (Integer position = 0; position < ${count}; position++) {
        orders.add(new Order(AccountId = accountId, EffectiveDate = Date.today(), Pricebook2Id = standard, Status = 'Draft'));
      }
      insert as user orders;
      Map<String, PricebookEntry> entries = new Map<String, PricebookEntry>();
      for (PricebookEntry entry : [SELECT UnitPrice, Product2.ProductCode FROM PricebookEntry]) {
        entries.put(entry.Product2.ProductCode, entry);
      }
      Id term = [SELECT Id FROM Term__c WHERE Name = '24 months'].Id;
      Map<Id, Id> firstLines = new Map<Id, Id>();
      List<OrderItem> lines;
      ${lines.map(lineApex).join('\n')}
      for (Order one : orders) {
        one.Status = 'Activated';
      }
      update as user orders;`);
    return this.query(`SELECT Id FROM Order ORDER BY CreatedDate DESC, Id DESC LIMIT ${count}`)
      .map(({ Id }) => String(Id))
      .reverse();
  }

  preview(recordIds: readonly string[]): Preview {
    return this.#call('preview', { recordIds: [...recordIds] });
  }

  /** Runs a preview as its rep; gives how far it is at once. */
  run({ runId }: Preview): readonly RunItem[] {
    return this.#call<{ items: RunItem[] }>('run', { runId, decisions: [] }).items;
  }

  progress({ runId }: Preview): readonly RunItem[] {
    return this.#call<{ items: RunItem[] }>('progress', { runId }).items;
  }

  /** Calls of the billing system since it was asked last. */
  takeCalls(): number {
    const calls = this.#calls;
    this.#calls = 0;
    return calls;
  }

  /** What billing holds of an order, found by its key. */
  async ordersInBilling(orderId: string): Promise<readonly BillingOrder[]> {
    return this.billing.get<BillingOrder[]>(`/billing/2/orders?order_num=${orderId}`);
  }

  /** What came of an order: each subscription with its status and its items. */
  subscriptionsOf(orderId: string): readonly string[] {
    return this.query(
      `SELECT Product__r.Name, Status__c, (SELECT Product__r.Name, Type__c, Status__c FROM SubscriptionItems__r ORDER BY Identity__c)
       FROM Subscription__c WHERE Order__c = '${orderId}' ORDER BY Name`,
    ).map((one) => {
      const items = one.SubscriptionItems__r as unknown as PlainRecord[];
      return `${nameOf(one)} ${String(one.Status__c)}: ${items
        .map((item) => `${nameOf(item)} ${String(item.Type__c)} ${String(item.Status__c)}`)
        .join(', ')}`;
    });
  }

  #call<Answer>(method: string, params: Readonly<Record<string, Json>>): Answer {
    return this.call(`BillingSyncController.${method}`, params);
  }
}

/** An order as billing has it, as far as tests look at it. */
export interface BillingOrder {
  readonly id: string;
  readonly status: string;
  readonly order_items: readonly { readonly id: string; readonly quantity: number }[];
}

const nameOf = ({ Product__r: product }: PlainRecord): string =>
  String((product as unknown as PlainRecord | null)?.Name);

function lineApex({ product, quantity = 1, isAddOn = false, fields = {} }: Line): string {
  const values = {
    OrderId: 'one.Id',
    PricebookEntryId: `entries.get('${product}').Id`,
    Quantity: String(quantity),
    UnitPrice: `entries.get('${product}').UnitPrice`,
    RequestType__c: `'New'`,
    ...(isAddOn && { ParentItem__c: 'firstLines.get(one.Id)' }),
    ...fields,
  };
  const assigned = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
  return `
    lines = new List<OrderItem>();
    for (Order one : orders) {
      lines.add(new OrderItem(${assigned.join(', ')}));
    }
    insert as user lines;
    for (OrderItem line : lines) {
      if (!firstLines.containsKey(line.OrderId)) {
        firstLines.put(line.OrderId, line.Id);
      }
    }`;
}
