#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Reading and compiling the modules is most of a short command, so they are kept compiled. This file is JavaScript since
// it is not: Node would load its compiler of TypeScript for it, which takes as long as the rest and 17 MB.
enableCompileCache();
const { main } = await import('./cli/main.ts');

process.exitCode = await main(process.argv.slice(2));
