import { resolve, sep } from 'node:path';
import { startServer, type RunningServer } from '../../../local-org/src/server/index.ts';
import { startBilling, type Billing } from './billing.ts';
import { demoScripts } from './demo.ts';
import { DataFolder } from './folder.ts';
import { watchMappings } from './mappings.ts';
import { DEFAULT_SEED, type Options } from './options.ts';
import { checkPorts } from './ports.ts';

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

/**
 * Starts both servers. What was started is stopped again when something fails, and data that a first start has begun
 * to make go. Nothing is written or deleted before it is certain that both ports can be had.
 */
export async function run(root: string, options: Options, say: (text: string) => void): Promise<Started> {
  await checkPorts(options);
  const folder = new DataFolder(resolve(root, options.folder));
  const data = folder.open(options.reset);
  if (data === 'wasUnfinished')
    say('The last start ended before all of its data were there: beginning anew.');
  if (data === 'kept' && options.seed !== DEFAULT_SEED)
    say(`Going on with the data in ${options.folder}: --seed counts only with --reset or in a new folder.`);
  try {
    const started = await startBoth(root, options, { folder, say });
    folder.finish();
    return started;
  } catch (error) {
    if (data !== 'kept') folder.abandon();
    throw error;
  }
}

async function startBoth(
  root: string,
  options: Options,
  { folder, say }: { readonly folder: DataFolder; readonly say: (text: string) => void },
): Promise<Started> {
  const { seed, watch } = options;
  say('Starting the billing server ...');
  const billing = await startBilling({
    port: options.billingPort,
    file: folder.billing,
    // An org that nobody has set up yet still meets a billing system in use.
    seed: seed === 'installed' ? DEFAULT_SEED : seed,
  });
  try {
    const org = await startServer({
      org: { project: root, database: folder.org, routes: { [BILLING_ADDRESS]: billing.url } },
      port: options.port,
      apex: demoScripts({ root, folder: folder.demo, billingUrl: billing.url, seed }),
      app: 'Billwright',
      watch,
      progress: (text) => say(shortened(text, root)),
    });
    const mappings = watch ? watchMappings(say) : null;
    const stop = async (): Promise<void> => {
      await Promise.all([mappings?.stop(), org.close()]);
      await billing.stop();
    };
    return { org, billing, stop };
  } catch (error) {
    await billing.stop();
    throw error;
  }
}

/** What the org's server says of its progress, in this project's words. */
function shortened(text: string, root: string): string {
  const data = /^Making records from .*?(?:\d+-)?(?<what>[\w-]+)\.apex$/.exec(text);
  return data?.groups ? `Demo data: ${data.groups.what} ...` : `${text.replaceAll(root + sep, '')} ...`;
}
