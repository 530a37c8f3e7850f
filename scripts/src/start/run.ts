import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { startServer, type RunningServer } from '../../../local-org/src/server/index.ts';
import { startBilling, type Billing } from './billing.ts';
import { demoScripts } from './demo.ts';
import { watchMappings } from './mappings.ts';
import type { Options } from './options.ts';

/**
 * The address by which the package knows the billing server. Named credentials take https only; the local org leads
 * calls of it to the port that the billing server has got.
 */
export const BILLING_ADDRESS = 'https://billing.localhost';

/** Everything that `npm start` runs. */
export interface Started {
  readonly org: RunningServer;
  readonly billing: Billing;
  stop(): Promise<void>;
}

/** Starts both servers. What was started is stopped again when something fails. */
export async function run(root: string, options: Options, say: (text: string) => void): Promise<Started> {
  const folder = resolve(root, options.folder);
  if (options.reset) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = join(folder, 'org.sqlite');
  const isNew = !existsSync(database);
  if (!isNew && options.seed !== 'demo') say(`${options.folder} keeps what it has; --reset makes it anew.`);
  say('Starting the billing server ...');
  const billing = await startBilling({
    port: options.billingPort,
    file: join(folder, 'billing.sqlite'),
    // An org that nobody has set up yet still meets a billing system in use.
    seed: options.seed === 'installed' ? 'demo' : options.seed,
  });
  try {
    const org = await startServer({
      org: { project: root, database, routes: { [BILLING_ADDRESS]: billing.url } },
      port: options.port,
      apex: demoScripts({ root, folder, billingUrl: billing.url, seed: options.seed }),
      app: 'Billwright',
      watch: options.watch,
      progress: (text) => say(shortened(text, root)),
    });
    const mappings = options.watch ? watchMappings(say) : null;
    const stop = async (): Promise<void> => {
      await Promise.all([mappings?.stop(), org.close()]);
      await billing.stop();
    };
    return { org, billing, stop };
  } catch (error) {
    await billing.stop();
    // Half of the first records would look like a whole org to the next start.
    if (isNew) rmSync(database, { force: true });
    throw error;
  }
}

/** What the org's server says of its progress, in this project's words. */
function shortened(text: string, root: string): string {
  const data = /^Making records from .*?(?:\d+-)?(?<what>[\w-]+)\.apex$/.exec(text);
  return data?.groups ? `Demo data: ${data.groups.what} ...` : `${text.replaceAll(root + sep, '')} ...`;
}
