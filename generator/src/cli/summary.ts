/** The table at the end of a run. */
import pc from 'picocolors';
import type { Prepared } from '../generate.ts';
import type { Plan } from '../write/index.ts';
import { componentChanges, timesByType, type ComponentChange, type ComponentState } from './components.ts';

const columns = ['component type', 'count', 'new', 'changed', 'unchanged', 'removed', 'time'] as const;
type Row = readonly [string, ...string[]];

const milliseconds = (time: number): string =>
  time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;

function rowOf(type: string, changes: readonly ComponentChange[], time: number | undefined): Row {
  const count = (state: ComponentState): string => {
    const found = changes.filter((change) => change.state === state).length;
    return found === 0 ? '-' : String(found);
  };
  const present = changes.filter(({ state }) => state !== 'removed').length;
  return [
    type,
    String(present),
    count('new'),
    count('changed'),
    count('unchanged'),
    count('removed'),
    time === undefined ? '-' : milliseconds(time),
  ];
}

function layout(rows: readonly Row[]): string[] {
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function table(plan: Plan, prepared: Prepared): string[] {
  const changes = componentChanges(plan.changes);
  const times = timesByType(prepared.emissions);
  const types = [...new Set(changes.map(({ type }) => type))];
  const body = types.map((type) =>
    rowOf(
      type,
      changes.filter((change) => change.type === type),
      times.get(type),
    ),
  );
  const total = prepared.emissions.reduce((sum, emission) => sum + emission.milliseconds, 0);
  return layout([columns, ...body, rowOf('all', changes, total)]);
}

function stageLine({ times }: Prepared): string {
  return Object.entries(times)
    .map(([stage, time]) => `${stage} ${milliseconds(time)}`)
    .join(', ');
}

/** Component types with counts, the time of each stage, and what deserves a second look. */
export function summary(plan: Plan, prepared: Prepared, colour: boolean): string {
  const colours = pc.createColors(colour);
  const [head = '', ...rows] = table(plan, prepared);
  const edited = plan.changes.filter(({ handEdited }) => handEdited);
  return [
    colours.bold(head),
    ...rows,
    colours.dim(stageLine(prepared)),
    ...edited.map(({ path, kind }) =>
      colours.yellow(`edited by hand and now ${kind === 'removed' ? 'removed' : 'overwritten'}: ${path}`),
    ),
    ...(plan.unfinished ? [colours.yellow('An earlier run was killed; this one finished its work.')] : []),
    '',
  ].join('\n');
}
