/** What would change, as a list of components and as text differences. */
import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import type { FileChange, Plan } from '../write/index.ts';
import { componentChanges, type ComponentState } from './components.ts';

const maxFiles = 20;
const maxLines = 60;

const signs = { new: '+', changed: '~', removed: '-', unchanged: ' ' } as const satisfies Record<
  ComponentState,
  string
>;

/** Changed components by type; one line each. */
export function changedComponents(plan: Plan, colour: boolean): string {
  const colours = pc.createColors(colour);
  const paint = { new: colours.green, changed: colours.yellow, removed: colours.red, unchanged: colours.dim };
  const changes = componentChanges(plan.changes).filter(({ state }) => state !== 'unchanged');
  if (changes.length === 0) return 'Nothing would change.\n';
  const types = [...new Set(changes.map(({ type }) => type))];
  const lines = types.flatMap((type) => [
    colours.bold(type),
    ...changes
      .filter((change) => change.type === type)
      .map(({ name, state }) => paint[state](`  ${signs[state]} ${state.padEnd(7)}  ${name}`)),
  ]);
  return `${lines.join('\n')}\n`;
}

function paintLine(line: string, colours: ReturnType<typeof pc.createColors>): string {
  if (line.startsWith('+')) return colours.green(line);
  if (line.startsWith('-')) return colours.red(line);
  return line.startsWith('@@') ? colours.cyan(line) : line;
}

function patch({ path, before, after }: FileChange, colours: ReturnType<typeof pc.createColors>): string {
  const text = createTwoFilesPatch(`disk/${path}`, `mappings/${path}`, before ?? '', after ?? '', '', '', {
    context: 2,
  });
  const lines = text.trimEnd().split('\n').slice(1);
  const rest = lines.length - maxLines;
  const shown = lines.slice(0, maxLines).map((line) => paintLine(line, colours));
  return [...shown, ...(rest > 0 ? [colours.dim(`… ${rest} more lines`)] : []), ''].join('\n');
}

/** Unified differences from the disk to what the mappings give, cut where they would drown the reader. */
export function differences(plan: Plan, colour: boolean): string {
  const colours = pc.createColors(colour);
  const changes = plan.changes.filter(({ kind }) => kind !== 'unchanged');
  const rest = changes.length - maxFiles;
  return [
    ...changes.slice(0, maxFiles).map((change) => patch(change, colours)),
    ...(rest > 0 ? [`… and ${rest} more files; "npm run generate -- --diff" lists all.\n`] : []),
  ].join('');
}
