/**
 * `npm run bench -- apex`: how fast the local org compiles, starts, runs and stores, each beside a baseline of the same
 * run. Prints Markdown tables.
 */
import { asyncSpeed } from './async.ts';
import { compileSpeed } from './compile.ts';
import { dataSpeed } from './data.ts';
import { loopSpeed } from './hot-loops.ts';
import { sharingSpeed } from './sharing.ts';
import { startSpeed } from './start.ts';

for (const table of [compileSpeed, startSpeed, loopSpeed, dataSpeed, asyncSpeed, sharingSpeed])
  console.log(`${await table()}\n`);
