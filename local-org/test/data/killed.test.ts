import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'local-org-killed-'));
after(() => rmSync(folder, { recursive: true }));

/** More than SQLite keeps in memory before it writes to the file. */
const WRITER = `
import { Store } from '${new URL('../../src/data/store.ts', import.meta.url).href}';
const store = new Store(process.argv[1]);
const fill = (text) => {
  const statement = store.database.prepare('INSERT INTO thing (text) VALUES (?)');
  for (let row = 0; row < 20000; row++) statement.run(text + 'x'.repeat(500));
};
store.database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, text TEXT); CREATE INDEX by_text ON thing (text)');
store.database.exec('BEGIN');
fill('kept');
store.database.exec('COMMIT; BEGIN; UPDATE thing SET text = text || 1');
fill('lost');
console.log('in the middle');
setInterval(() => undefined, 1000);
`;

test('a process that is killed in a transaction leaves a database with what was committed before', async () => {
  const file = join(folder, 'org.sqlite');
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const database = new DatabaseSync(file);
  assert.deepEqual({ ...database.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
  const { kept, all } = database
    .prepare("SELECT COUNT(*) AS \"all\", SUM(text LIKE 'kept%' AND text NOT LIKE '%1') AS kept FROM thing")
    .get() as Record<string, number>;
  assert.deepEqual([kept, all], [20_000, 20_000]);
  database.close();
});
