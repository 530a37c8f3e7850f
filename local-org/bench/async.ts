import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg, type LocalOrg } from '../src/index.ts';
import { table } from './table.ts';

const ROWS = 1_000;
const JOBS = 10_000;
/** Jobs that one synchronous transaction may queue. */
const PER_TRANSACTION = 50;

/** What an empty trigger costs per 1,000 rows, and how long 10,000 queueables take. */
export async function asyncSpeed(): Promise<string> {
  const plain = await insertTime(false);
  const triggered = await insertTime(true);
  const { queued, run } = await queueableTime();
  return table(
    'Triggers and jobs',
    ['what', 'time'],
    [
      [`insert ${ROWS.toLocaleString('en')} accounts`, `${plain.toFixed(0)} ms`],
      ['the same with a trigger before and after', `${triggered.toFixed(0)} ms`],
      [`queue ${JOBS.toLocaleString('en')} queueables`, `${queued.toFixed(0)} ms`],
      ['run them', `${run.toFixed(0)} ms`],
    ],
  );
}

/** Milliseconds, the best of five rounds after a first one that nobody counts. */
async function insertTime(hasTrigger: boolean): Promise<number> {
  const files = hasTrigger
    ? {
        'T.trigger': 'trigger T on Account (before insert, after insert) { Integer n = Trigger.new.size(); }',
      }
    : {};
  return withOrg(files, (org) => {
    const rows = `List<Account> rows = new List<Account>();
      for (Integer i = 0; i < ${ROWS}; i++) { rows.add(new Account(Name = 'a' + i)); }
      insert rows;`;
    run(org, rows);
    return Math.min(...Array.from({ length: 5 }, () => time(() => run(org, rows))));
  });
}

function queueableTime(): Promise<{ queued: number; run: number }> {
  const job = 'public class Job implements Queueable { public void execute(QueueableContext context) {} }';
  return withOrg({ 'Job.cls': job }, (org) => {
    const queued = time(() => {
      for (let left = JOBS; left > 0; left -= PER_TRANSACTION) {
        const { success } = org.execute(
          `for (Integer i = 0; i < ${PER_TRANSACTION}; i++) { System.enqueueJob(new Job()); }`,
          {},
        );
        if (!success) throw new Error('The jobs could not be queued.');
      }
    });
    return { queued, run: time(() => org.kernel.jobs.runAll()) };
  });
}

async function withOrg<T>(files: Readonly<Record<string, string>>, body: (org: LocalOrg) => T): Promise<T> {
  const project = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  mkdirSync(join(project, 'app'));
  const settings = { packageDirectories: [{ path: 'app', default: true }], sourceApiVersion: '65.0' };
  writeFileSync(join(project, 'sfdx-project.json'), JSON.stringify(settings));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, 'app', name), text);
  const org = createOrg({ project, cache: null });
  try {
    return body(org);
  } finally {
    await org.close();
    rmSync(project, { recursive: true });
  }
}

function time(body: () => unknown): number {
  const start = performance.now();
  body();
  return performance.now() - start;
}

function run(org: LocalOrg, apex: string): void {
  const { success, exception } = org.execute(apex);
  if (!success) throw new Error(exception ?? apex);
}
