/** `npm start`: the package on a laptop, with a billing server, demo data and a page to click on. */
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { LOCAL_KEY } from './start/billing.ts';
import { readOptions, refuseLostOptions, USAGE, type Options } from './start/options.ts';
import { BILLING_ADDRESS, run, type Started } from './start/run.ts';

const root = resolve(import.meta.dirname, '..', '..');

function ready({ org, billing }: Started, { seed }: Options): string {
  const problems =
    org.errors > 0 ? `\n  ${org.errors} errors in the project’s files; the pages show them.` : '';
  const first =
    seed === 'installed'
      ? 'become Ada Lindqvist at the top right, then open Billing Setup'
      : 'click on an account, then on Sync with Billing';
  return `
Billwright is running.

  Salesforce   ${org.url}       ${first}
  Billing      ${billing.url}/ui/   what the billing system has

  You begin as Robin Reyes, a rep. The menu at the top right makes you the administrator, the automation user, or
  somebody of support who may not synchronise.
  Billing Setup asks for billing's address, ${BILLING_ADDRESS}, and its key, ${LOCAL_KEY}${problems}

Ctrl-C ends both; "npm start -- --reset" begins anew.`;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Until everything runs a signal ends the process at once: the next start makes anew what is missing then. */
function endAtOnce(signal: NodeJS.Signals): never {
  console.error('\nEnded before everything was there.');
  process.exit(128 + constants.signals[signal]);
}

/** Resolves when somebody ends the process; a second signal ends it at once. */
function ended(): Promise<void> {
  return new Promise((done) => {
    for (const signal of SIGNALS) {
      process.off(signal, endAtOnce).once(signal, () => {
        process.once(signal, () => process.exit(1));
        done();
      });
    }
  });
}

async function main(options: Options): Promise<number> {
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  for (const signal of SIGNALS) process.on(signal, endAtOnce);
  try {
    const started = await run(root, options, console.log);
    console.log(ready(started, options));
    await ended();
    await started.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error.message);
    return 1;
  }
}

try {
  refuseLostOptions(process.env);
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n"npm start -- --help" lists all options.`);
  process.exitCode = 2;
}
