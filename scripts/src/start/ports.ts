import { checkPort, PortRefused } from '../../../local-org/src/server/index.ts';
import type { Options } from './options.ts';

const HOST = '127.0.0.1';

/** Both ports are to be had. Throws `PortRefused` before anything is made or deleted. */
export async function checkPorts({
  port,
  billingPort,
}: Pick<Options, 'port' | 'billingPort'>): Promise<void> {
  if (port !== 0 && port === billingPort) {
    throw new PortRefused(
      `The pages and the billing server need a port each: both shall have ${port}. Give --port and --billing-port different ones.`,
    );
  }
  await checkPort({ port, host: HOST, option: '--port' });
  await checkPort({ port: billingPort, host: HOST, option: '--billing-port' });
}
