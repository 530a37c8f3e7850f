#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Reading and compiling the modules is most of a short command. Only what is imported after this is kept compiled.
enableCompileCache();
const { main } = await import('./cli/main.ts');

process.exitCode = await main(process.argv.slice(2));
