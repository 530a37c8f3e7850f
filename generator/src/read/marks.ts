/** Decodes `documented(…)`, `observed(…)` and `inferred(…)`. */
import type { ts } from 'ts-morph';
import type { MarkModel } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import { call, text } from './expect.ts';

const statuses = ['documented', 'observed', 'inferred'] as const;

export function markOf(ctx: ReadContext, node: ts.Expression): MarkModel | undefined {
  const mark = call(ctx, node, statuses, 'a mark');
  const status = statuses.find((one) => one === mark?.name);
  if (mark === undefined || status === undefined) return undefined;
  return { status, sources: mark.args.flatMap((argument) => text(ctx, argument) ?? []) };
}

/** How certain the facts of a mark are; less is less. */
const certainty = { inferred: 0, observed: 1, documented: 2 } as const;

/** The least certain of some marks; of several the last, which says most about the value itself. */
export function leastCertain(marks: readonly MarkModel[]): MarkModel {
  const worst = Math.min(...marks.map(({ status }) => certainty[status]));
  return marks.findLast(({ status }) => certainty[status] === worst) ?? { status: 'documented', sources: [] };
}

/** Stands for a mark that could not be read. */
export const noMark: MarkModel = { status: 'inferred', sources: [] };
