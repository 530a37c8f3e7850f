/** An org that works with a billing server over HTTP, without pages: what happens behind them, counted. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg, type Json, type LocalOrg, type PlainRecord } from '../../local-org/src/index.ts';
import { startBilling, type Billing } from '../../scripts/src/start/billing.ts';
import { BILLING_ADDRESS } from '../../scripts/src/start/run.ts';
import { BillingPeer } from './billing-peer.ts';
import { Counter } from './counts.ts';
import { ROOT } from './template.ts';

const MINUTE = 60_000;
/** Users, access, connection, credentials, who may use them, activation: through the classes of the set-up page. */
const SET_UP = [
  '10-users',
  '11-access',
  '20-connection',
  '21-credentials',
  '22-credential-access',
  '23-use',
] as const;

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

export class Office {
  readonly org: LocalOrg;
  readonly billing: BillingPeer;
  readonly counter: Counter;
  /** The users of the demo data. */
  readonly rep: string;
  readonly automation: string;
  readonly #server: Billing;
  readonly #folder: string;
  #ahead = 0;
  #accounts = 0;

  private constructor(server: Billing, folder: string) {
    this.#server = server;
    this.#folder = folder;
    this.billing = new BillingPeer(server.url);
    this.org = createOrg({
      project: ROOT,
      routes: { [BILLING_ADDRESS]: server.url },
      clock: () => Date.now() + this.#ahead,
    });
    const [broken] = this.org.diagnostics;
    if (broken) throw new Error(`The package does not compile: ${broken.message}`);
    for (const name of SET_UP)
      this.execute(readFileSync(join(ROOT, 'config', 'demo', `${name}.apex`), 'utf8'));
    // Successful calls are not kept: what is written is then what the synchronisation itself writes.
    this.#changeConnection("LogLevel__c = 'Errors'");
    this.rep = this.#user('Sales Representative');
    this.automation = this.#user('Automation User');
    this.counter = new Counter(this.org);
  }

  /** With so many billing accounts, beside the tenant's catalog and lists. */
  static async open(accounts = 1): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), 'billwright-office-'));
    const server = await startBilling({
      port: 0,
      file: join(folder, 'billing.sqlite'),
      seed: `size=${accounts}`,
    });
    try {
      return new Office(server, folder);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.org.close();
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true });
  }

  /** Anonymous Apex as the administrator, and then the jobs that are due. */
  execute(apex: string): void {
    const { success, diagnostics, exception, stack } = this.org.execute(apex);
    if (success) return;
    throw new Error([...diagnostics.map(({ message }) => message), exception, stack, apex].join('\n'));
  }

  /** What a component calls: `BillingSyncController.preview`. What it queues waits. */
  call<Answer>(name: string, params: Readonly<Record<string, Json>>, user = this.rep): Answer {
    const [className = '', method = ''] = name.split('.');
    return this.org.invoke({ className, method, params, user }) as Answer;
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

  /** Runs jobs, and lets time go by until the next one is due, as long as one waits that is due within so many minutes. */
  finishJobs(minutes = 60): void {
    const { jobs } = this.org.kernel;
    const end = this.org.kernel.now() + minutes * MINUTE;
    jobs.runAll();
    for (let due = jobs.nextDue(); due !== null && due <= end; due = jobs.nextDue()) {
      this.#ahead += Math.max(0, due - this.org.kernel.now());
      jobs.runAll();
    }
  }

  /** Lets time go by; nothing runs meanwhile. */
  wait(minutes: number): void {
    this.#ahead += minutes * MINUTE;
  }

  query(soql: string): PlainRecord[] {
    return this.org.query(soql);
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

  #user(title: string): string {
    return String(this.query(`SELECT Id FROM User WHERE Title = '${title}'`)[0]?.Id);
  }
}
