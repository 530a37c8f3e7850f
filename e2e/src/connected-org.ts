/** An org that works with a billing server over real HTTP, without pages: what offices and order books are made of. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg, type Json, type LocalOrg, type PlainRecord } from '../../local-org/src/index.ts';
import { startBilling, type Billing } from '../../scripts/src/start/billing.ts';
import { BILLING_ADDRESS } from '../../scripts/src/start/run.ts';
import { BillingPeer } from './billing-peer.ts';
import { ROOT } from './template.ts';

const MINUTE = 60_000;

/** Users, access, connection, credentials, who may use them, activation: through the classes of the set-up page. */
export const SET_UP = [
  '10-users',
  '11-access',
  '20-connection',
  '21-credentials',
  '22-credential-access',
  '23-use',
] as const;

/** A billing server, and the folder that its data are in. */
export interface Tenant {
  readonly server: Billing;
  readonly folder: string;
}

/** Starts a billing server with these data; `make` gets it, and what fails in there stops it again. */
export async function withTenant<Org>(seed: string, make: (tenant: Tenant) => Org): Promise<Org> {
  const folder = mkdtempSync(join(tmpdir(), 'billwright-tenant-'));
  const server = await startBilling({ port: 0, file: join(folder, 'billing.sqlite'), seed });
  try {
    return make({ server, folder });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export class ConnectedOrg {
  readonly org: LocalOrg;
  readonly billing: BillingPeer;
  /** The sales representative of the demo data. */
  readonly rep: string;
  /** Milliseconds that the network waits for an answer, where the package would wait longer. */
  patience = Infinity;
  readonly #tenant: Tenant;
  #ahead = 0;

  /** `scripts`: names of the demo's pieces of Apex, in order. */
  constructor(tenant: Tenant, scripts: readonly string[]) {
    this.#tenant = tenant;
    this.billing = new BillingPeer(tenant.server.url);
    this.org = createOrg({
      project: ROOT,
      routes: { [BILLING_ADDRESS]: tenant.server.url },
      clock: () => Date.now() + this.#ahead,
      patience: () => this.patience,
    });
    const [broken] = this.org.diagnostics;
    if (broken) throw new Error(`The package does not compile: ${broken.message}`);
    for (const name of scripts)
      this.execute(readFileSync(join(ROOT, 'config', 'demo', `${name}.apex`), 'utf8'));
    this.rep = this.user('Sales Representative');
  }

  async close(): Promise<void> {
    await this.org.close();
    await this.#tenant.server.stop();
    rmSync(this.#tenant.folder, { recursive: true });
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

  query(soql: string): PlainRecord[] {
    return this.org.query(soql);
  }

  /** The user of the demo data with this title. */
  user(title: string): string {
    return String(this.query(`SELECT Id FROM User WHERE Title = '${title}'`)[0]?.Id);
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
}
