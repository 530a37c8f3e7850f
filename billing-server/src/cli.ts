/** `npm run billing-server`: starts the server and says where it is. */
import { isOwnMachine, readOptions, UsageError, type Options } from './command-line/options.ts';
import { prepare } from './command-line/prepare.ts';
import { HELP, listenFailure, startText } from './command-line/texts.ts';
import { createServer, LOCAL_KEY, type BillingServer } from './server.ts';
import { DataFileError } from './store/store.ts';

/** The command line or the machine does not allow it; 1 is for defects. */
const CANNOT_START = 2;

function makeServer(options: Options, key: string): BillingServer {
  const { data, publicUrl, strict, allowOutbound, host } = options;
  return createServer({
    key,
    strict,
    isAnyTargetAllowed: allowOutbound,
    prepare: (tenant) => prepare(tenant, options),
    onDefect: (error) => console.error(error),
    ...(data !== undefined && { file: data }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(!isOwnMachine(host, publicUrl) && { uiPassword: key }),
  });
}

/** The first signal ends the server in order, the second at once. */
function endOnSignal(server: BillingServer): void {
  const end = (): void => {
    process.once('SIGTERM', () => process.exit(1));
    process.once('SIGINT', () => process.exit(1));
    server.close().then(
      () => console.log('Stopped.'),
      (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      },
    );
  };
  let isEnding = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      if (!isEnding) end();
      isEnding = true;
    });
  }
}

async function listen(server: BillingServer, options: Options): Promise<string> {
  try {
    return await server.listen(options.port, options.host);
  } catch (error) {
    await server.close();
    const reason = listenFailure(error as NodeJS.ErrnoException, options);
    throw reason === undefined ? error : new UsageError(reason);
  }
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) return console.log(HELP);
  const key = options.key ?? LOCAL_KEY;
  const server = makeServer(options, key);
  const url = await listen(server, options);
  endOnSignal(server);
  console.log(startText(url, key, server, options));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof DataFileError)) throw error;
  console.error(`${error.message}\n"--help" lists all options.`);
  process.exitCode = CANNOT_START;
}
