/** The billing server as a test sees it: what is in it, and what goes wrong next. */
import { LOCAL_KEY } from '../../scripts/src/start/billing.ts';

const PAGE_SIZE = 50;

export type Json = Record<string, unknown>;

/** A billing account, as far as tests look at it. */
export interface BillingAccount {
  readonly id: string;
  readonly account_num: string;
  readonly external_account_num: string;
  readonly responsible_party: {
    readonly organization_name: string;
    readonly addresses: readonly (Json & { readonly address_type: string; readonly email?: string })[];
  };
}

/** Speaks to one billing server. */
export class BillingPeer {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** The next calls of an operation meet this fault; forms are in the server's own README. */
  async fault(operation: string, fault: string, times = 1): Promise<void> {
    await this.#call('POST', '/_control/faults', { operation, fault, times });
  }

  /** Turns switches of what the contract leaves open. */
  async setFidelity(switches: Json): Promise<void> {
    await this.#call('PATCH', '/_control/fidelity', switches);
  }

  /** How often each fault was met since they were cleared. */
  async faultsMet(): Promise<Readonly<Record<string, number>>> {
    const { counts } = await this.#call<{ counts: Record<string, number> }>('GET', '/_control/faults');
    return counts;
  }

  async clearFaults(): Promise<void> {
    await this.#call('DELETE', '/_control/faults');
  }

  /** Accounts with this value of a property that their list can be asked by. */
  async accounts(property: string, value: string): Promise<BillingAccount[]> {
    const query = new URLSearchParams({ [property]: value });
    return this.#call<BillingAccount[]>('GET', `/billing/2/billing-accounts?${query}`);
  }

  /** The accounts that carry the ids of these records as their keys, twins included. */
  async madeBy(recordIds: readonly string[]): Promise<BillingAccount[]> {
    const wanted = new Set(recordIds);
    const found: BillingAccount[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/billing/2/billing-accounts?page_size=${PAGE_SIZE}&page_number=${page}`;
      const items = await this.#call<BillingAccount[]>('GET', path);
      found.push(...items.filter(({ external_account_num }) => wanted.has(external_account_num)));
      if (items.length < PAGE_SIZE) return found;
    }
  }

  /** The one account with this number. */
  async account(number: string): Promise<BillingAccount> {
    const [found] = await this.accounts('account_num', number);
    if (!found) throw new Error(`Billing has no account ${number}.`);
    return found;
  }

  emailOf({ responsible_party }: BillingAccount): string | undefined {
    return responsible_party.addresses.find(({ address_type }) => address_type === 'email')?.email;
  }

  /** As when the customer changes it in billing's portal. */
  async changeEmail(number: string, email: string): Promise<void> {
    const { id, responsible_party } = await this.account(number);
    const addresses = responsible_party.addresses.map((address) =>
      address.address_type === 'email' ? { ...address, email } : address,
    );
    await this.#call('PUT', `/billing/2/billing-accounts/${id}`, {
      responsible_party: { ...responsible_party, addresses },
    });
  }

  /** Anything else of the API: `GET /billing/2/services/77001`. */
  async get<T>(path: string): Promise<T> {
    return this.#call<T>('GET', path);
  }

  /** Says no to an item of an order that waits for an approval. */
  async deny(itemId: string): Promise<void> {
    await this.#call('POST', `/billing/2/order-items/${itemId}/deny`);
  }

  async post<T>(path: string, body: Json): Promise<T> {
    return this.#call<T>('POST', path, body);
  }

  async put<T>(path: string, body: Json): Promise<T> {
    return this.#call<T>('PUT', path, body);
  }

  async #call<T>(method: string, path: string, body?: Json): Promise<T> {
    const reply = await fetch(this.url + path, {
      method,
      headers: { 'x-api-key': LOCAL_KEY, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} was answered with ${reply.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
