/** An org that works with a billing server over HTTP, without pages: what happens behind them, counted. */
import { ConnectedOrg, SET_UP, type Tenant, withTenant } from './connected-org.ts';
import { Counter } from './counts.ts';

/** What a preview gives, as far as tests look at it. */
export interface Preview {
  readonly runId: string | null;
  readonly callouts: number;
  readonly transactions: number;
  readonly remaining: readonly string[];
  readonly items: readonly {
    readonly recordId: string;
    readonly outcome: string;
    readonly operationId: string | null;
    readonly reasons: readonly { readonly name: string; readonly message: string }[];
  }[];
}

/** How far a run is, as far as tests look at it. */
export interface Run {
  readonly finished: boolean;
  readonly items: readonly {
    readonly recordId: string;
    readonly state: string;
    readonly message: string | null;
    readonly reason: { readonly name: string } | null;
    readonly httpStatus: number | null;
  }[];
}

export class Office extends ConnectedOrg {
  readonly counter: Counter;
  /** The automation user of the demo data. */
  readonly automation: string;
  #accounts = 0;

  private constructor(tenant: Tenant) {
    super(tenant, SET_UP);
    // Successful calls are not kept: what is written is then what the synchronisation itself writes.
    this.#changeConnection("LogLevel__c = 'Errors'");
    this.automation = this.user('Automation User');
    this.counter = new Counter(this.org);
  }

  /** With so many billing accounts, beside the tenant's catalog and lists. */
  static open(accounts = 1): Promise<Office> {
    return withTenant(`size=${accounts}`, (tenant) => new Office(tenant));
  }

  /** Accounts that billing can be told of and knows nothing of; gives their ids. */
  addAccounts(count: number): string[] {
    const first = this.#accounts;
    this.#accounts += count;
    this.execute(`
      List<Account> records = new List<Account>();
      for (Integer position = ${first}; position < ${first + count}; position++) {
        records.add(new Account(
          Name = 'Account ' + position, OwnerId = '${this.rep}', BillingEmail__c = 'n' + position + '@customer.example',
          BillingStreet = '1 Main Street', BillingCity = 'Austin', BillingState = 'TX', BillingPostalCode = '78701',
          BillingCountry = 'United States'
        ));
      }
      insert as user records;`);
    return this.query(`SELECT Id FROM Account ORDER BY CreatedDate DESC, Id DESC LIMIT ${count}`)
      .map(({ Id }) => String(Id))
      .reverse();
  }

  /** The automation level of accounts. */
  automate(level: 'Manual' | 'Assisted' | 'Automatic'): void {
    this.#changeConnection(`AccountAutomation__c = '${level}'`);
  }

  /** `Active`, `Paused`, ... */
  setStatus(status: string): void {
    this.#changeConnection(`Status__c = '${status}'`);
  }

  preview(recordIds: readonly string[]): Preview {
    return this.call('BillingSyncController.preview', { recordIds: [...recordIds] });
  }

  run({ runId }: Preview): Run {
    return this.call('BillingSyncController.run', { runId, decisions: [] });
  }

  progress({ runId }: Preview): Run {
    return this.call('BillingSyncController.progress', { runId });
  }

  /** The account that `change` changes first. */
  firstLinked(): string {
    const linked = 'SELECT Id FROM Account WHERE BillingAccountId__c != NULL ORDER BY Id LIMIT 1';
    return String(this.query(linked)[0]?.Id);
  }

  #changeConnection(values: string): void {
    this.execute(`
      Id connectionId = [SELECT Id FROM BillingConnection__c LIMIT 1].Id;
      update as user new BillingConnection__c(Id = connectionId, ${values});`);
  }
}
