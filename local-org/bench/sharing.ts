import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg, type LocalOrg } from '../src/index.ts';
import { currentTransaction } from '../src/runtime/context.ts';
import { parseQuery } from '../src/syntax/parse.ts';
import { best, ratio, table } from './table.ts';

const SIZES = [100, 100_000];
const BATCH = 5_000;
/** One record in so many belongs to the user. */
const SHARE = 100;
const REPEATS = 20;
const NOTE = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Note</label>
    <nameField><label>Name</label><type>Text</type></nameField>
    <pluralLabel>Notes</pluralLabel>
    <sharingModel>Private</sharingModel>
</CustomObject>`;
const PERMISSIONS = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Notes</label>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowRead>true</allowRead>
        <object>Note__c</object>
    </objectPermissions>
</PermissionSet>`;
const QUERIES: readonly (readonly [name: string, soql: string])[] = [
  ['by id', `SELECT Id, Name FROM Note__c WHERE Id = 'ID'`],
  ['newest 50', 'SELECT Id, Name FROM Note__c ORDER BY Id DESC LIMIT 50'],
  ['count', 'SELECT COUNT(Id) FROM Note__c'],
];

/** What it costs that a user sees one private record in a hundred, beside a query without sharing. */
export async function sharingSpeed(): Promise<string> {
  const project = projectFolder();
  const org = createOrg({ project, packageDirectories: ['.'], cache: null });
  try {
    const user = org.addUser({ name: 'Rep', permissionSets: ['Notes'] });
    const rows: string[][] = [];
    let have = 0;
    for (const size of SIZES) {
      fill(org, user, size - have);
      have = size;
      const [note] = org.query(`SELECT Id FROM Note__c WHERE OwnerId = '${user}' LIMIT 1`);
      for (const [name, text] of QUERIES) {
        const soql = text.replace('ID', String(note?.Id));
        const open = await best(3, () => run(org, user, soql, 'system'));
        const shared = await best(3, () => run(org, user, soql, 'user'));
        rows.push([size.toLocaleString('en'), name, each(open), each(shared), ratio(shared, open)]);
      }
    }
    return table('Sharing', ['records', 'query', 'without sharing', 'with sharing', 'ratio'], rows);
  } finally {
    await org.close();
    rmSync(project, { recursive: true });
  }
}

function projectFolder(): string {
  const project = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  mkdirSync(join(project, 'objects', 'Note__c'), { recursive: true });
  writeFileSync(join(project, 'objects', 'Note__c', 'Note__c.object-meta.xml'), NOTE);
  mkdirSync(join(project, 'permissionsets'));
  writeFileSync(join(project, 'permissionsets', 'Notes.permissionset-meta.xml'), PERMISSIONS);
  return project;
}

function fill(org: LocalOrg, user: string, amount: number): void {
  for (let left = amount; left > 0; left -= BATCH) {
    const apex = `List<Note__c> rows = new List<Note__c>();
      for (Integer i = 0; i < ${Math.min(left, BATCH)}; i++) {
        Note__c row = new Note__c(Name = 'Note ' + i);
        if (Math.mod(i, ${SHARE}) == 0) { row.OwnerId = '${user}'; }
        rows.add(row);
      }
      insert rows;`;
    const execution = org.execute(apex);
    if (!execution.success) throw new Error(JSON.stringify(execution, null, 2));
  }
}

/** The same query some times over, in user mode with sharing or in system mode without. */
function run(org: LocalOrg, userId: string, soql: string, access: 'user' | 'system'): void {
  const user = org.kernel.storage.userContext(userId);
  const query = parseQuery(soql);
  const outcome = org.kernel.transact({ kind: 'synchronous', user }, () => {
    for (let time = 0; time < REPEATS; time++) currentTransaction().data.query(query, [], { access });
  });
  if (outcome.exception) throw outcome.exception;
}

function each(milliseconds: number): string {
  return `${((milliseconds / REPEATS) * 1000).toFixed(0)} µs`;
}
