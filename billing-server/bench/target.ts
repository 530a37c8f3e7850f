/** The server under measurement, in a process of its own: `target.ts <accounts>`, or `target.ts bare`. */
import Fastify from 'fastify';
import { createServer } from '../src/server.ts';
import { seedSize } from '../src/seed/size.ts';

const HOST = '127.0.0.1';

/** What a framework can do at best: a route that answers a small constant. */
async function serveBare(): Promise<string> {
  const app = Fastify();
  const body = { id: '1', name: 'A constant', status: 'ACTIVE' };
  app.get('/bare/:id', () => body);
  return app.listen({ port: 0, host: HOST });
}

async function serveBilling(accounts: number): Promise<{ url: string; seedSeconds: number }> {
  let seedSeconds = 0;
  const server = createServer({
    prepare: (tenant) => {
      const start = performance.now();
      seedSize(tenant, accounts);
      seedSeconds = (performance.now() - start) / 1000;
    },
  });
  return { url: await server.listen(0, HOST), seedSeconds };
}

const [what = ''] = process.argv.slice(2);
const served =
  what === 'bare' ? { url: await serveBare(), seedSeconds: 0 } : await serveBilling(Number(what));
process.send?.({ ...served, megabytes: process.memoryUsage().rss / 1e6 });
process.once('disconnect', () => process.exit(0));
