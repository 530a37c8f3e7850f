/** What is measured: a seeded server, and beside it in the same process a bare route of the framework. */
import Fastify from 'fastify';
import { seedSize } from '../src/seed/size.ts';
import { createServer } from '../src/server.ts';

const count = Number(process.argv[2] ?? '100');
const started = performance.now();
const server = createServer({
  prepare: (tenant) => {
    tenant.clock.set('2025-06-10T12:00:00.000Z', true);
    seedSize(tenant, count);
  },
});
const seedSeconds = (performance.now() - started) / 1000;
const { rss } = process.memoryUsage();
const bare = Fastify();
bare.get('/bare/:id', (request, reply) =>
  reply.type('application/json; charset=utf-8').send(JSON.stringify(request.params)),
);
const port = Number(new URL(await server.listen(0, '127.0.0.1')).port);
const barePort = Number(new URL(await bare.listen({ port: 0, host: '127.0.0.1' })).port);
process.send?.({ port, barePort, seedSeconds, megabytes: rss / 2 ** 20 });
process.on('disconnect', () => process.exit());
