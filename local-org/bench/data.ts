import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg, type LocalOrg } from '../src/index.ts';
import { best, table } from './table.ts';

const FEW = 100;
const MANY = 100_000;
const QUERIES = 90;
const BATCH = 5_000;
/** An account and a contact of it. */
const ROWS_EACH = 2;

/** Queries by id and by an indexed field at two sizes, and rows written per second. */
export async function dataSpeed(): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  const org = createOrg({ project, packageDirectories: ['.'], cache: null });
  try {
    const rows = [];
    let rate = 0;
    for (const size of [FEW, MANY]) {
      rate = insertAccounts(org, size - count(org));
      const byId = await best(3, () =>
        repeat(org, `[SELECT Id, Name FROM Account WHERE Id = :ids[Math.mod(i, ids.size())]]`),
      );
      const byOwner = await best(3, () =>
        repeat(org, `[SELECT Id FROM Contact WHERE AccountId = :ids[Math.mod(i, ids.size())]]`),
      );
      rows.push([
        size.toLocaleString('en'),
        perQuery(byId),
        perQuery(byOwner),
        Math.round(rate).toLocaleString('en'),
      ]);
    }
    return table(
      'Data',
      ['accounts', 'query by id', 'query by an indexed field', 'rows inserted per second'],
      rows,
    );
  } finally {
    await org.close();
    rmSync(project, { recursive: true });
  }
}

function perQuery(milliseconds: number): string {
  return `${((milliseconds / QUERIES) * 1000).toFixed(0)} µs`;
}

function count(org: LocalOrg): number {
  return Number(org.query('SELECT COUNT() FROM Account')[0]?.count ?? 0);
}

/** Rows per second. */
function insertAccounts(org: LocalOrg, amount: number): number {
  const start = performance.now();
  for (let left = amount; left > 0; left -= BATCH) {
    run(
      org,
      `List<Account> rows = new List<Account>();
       for (Integer i = 0; i < ${Math.min(left, BATCH)}; i++) { rows.add(new Account(Name = 'Account ' + i)); }
       insert rows;
       List<Contact> people = new List<Contact>();
       for (Account each : rows) { people.add(new Contact(LastName = 'Person', AccountId = each.Id)); }
       insert people;`,
    );
  }
  return (amount * ROWS_EACH) / ((performance.now() - start) / 1000);
}

function repeat(org: LocalOrg, query: string): void {
  run(
    org,
    `List<Id> ids = new List<Id>();
     for (Account each : [SELECT Id FROM Account LIMIT 50]) { ids.add(each.Id); }
     for (Integer i = 0; i < ${QUERIES}; i++) { List<SObject> found = ${query}; }`,
  );
}

function run(org: LocalOrg, apex: string): void {
  const execution = org.execute(apex);
  if (!execution.success) throw new Error(`${apex}\n${JSON.stringify(execution, null, 2)}`);
}
