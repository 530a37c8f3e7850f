/** `npm run e2e`: the tests of the whole, or with `--screenshots` the pictures of the guides. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { systemTool } from '../../scripts/src/system-tools.ts';
import { takeScreenshots } from './screenshots.ts';
import { ROOT } from './template.ts';

const USAGE = `npm run e2e                     runs e2e/test in Chromium over the running whole
npm run e2e -- --screenshots    takes the pictures of docs/images anew`;

async function main([option, ...more]: string[]): Promise<number> {
  if (option === undefined) {
    const script = join(ROOT, 'scripts', 'src', 'test.ts');
    return spawnSync(process.execPath, [script, '--only', 'test:e2e'], { stdio: 'inherit' }).status ?? 1;
  }
  if (option !== '--screenshots' || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  process.env.CHROMIUM = await systemTool('chromium');
  await takeScreenshots(join(ROOT, 'docs', 'images'), (name) => console.log(`docs/images/${name}.png`));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
