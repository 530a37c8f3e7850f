/**
 * One process that generates, then edits a mapping and generates again, as watching does. Prints one line of JSON.
 *
 * Arguments: the repository, the mapping file to edit, how often to edit it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { prepare } from '../src/generate.ts';
import { MappingProject } from '../src/read/index.ts';
import { applyPlan, diskAt } from '../src/write/index.ts';

const [root = '', edit = '', times = '3'] = process.argv.slice(2);
const mappingsDir = 'generator/mappings';
const project = new MappingProject({ root, mappingsDir });
const original = readFileSync(edit, 'utf8');

function generate(): number {
  const start = performance.now();
  const { plan, diagnostics } = prepare({ root, mappingsDir, read: () => project.read() });
  if (!plan)
    throw new Error(
      diagnostics.map(({ source, what }) => `${source.file}:${source.line} ${what}`).join('\n'),
    );
  applyPlan(diskAt(root), plan);
  return performance.now() - start;
}

const peak = (): number => process.resourceUsage().maxRSS / 1024;

generate();
const peakOfOneRun = peak();
const watch = Array.from({ length: Number(times) }, (_, index) => {
  writeFileSync(edit, original.replaceAll(' on both sides.', ` on both sides, edited ${index} times.`));
  return generate();
});
console.log(JSON.stringify({ watch, peakOfOneRun, peakOfWatching: peak() }));
