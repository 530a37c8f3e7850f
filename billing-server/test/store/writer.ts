/** Serves a data file until it is killed; says its address on the first line. For the tests of this folder only. */
import { seedCatalog } from '../../src/seed/catalog.ts';
import { seedReferenceData } from '../../src/seed/reference-data.ts';
import { createServer } from '../../src/server.ts';

const [file = ''] = process.argv.slice(2);
const server = createServer({
  file,
  prepare: (tenant) => {
    if (tenant.tables.billCycle.count() > 0) return;
    tenant.store.transaction(() => {
      seedReferenceData(tenant);
      seedCatalog(tenant, '2025-01-01T06:00:00.000Z');
    });
  },
});
process.stdout.write(`${await server.listen(0, '127.0.0.1')}\n`);
