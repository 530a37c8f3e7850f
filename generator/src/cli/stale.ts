import type { Diagnostic } from '../model/diagnostics.ts';
import {
  editedByHand,
  manifestPath,
  markerPath,
  staleFile,
  unfinishedRun,
  type Plan,
} from '../write/index.ts';

/** Why the files on disk are not what the mappings give; empty when they are. */
export function staleness(plan: Plan): Diagnostic[] {
  if (plan.clean) return [];
  const files = plan.changes.flatMap(({ path, kind, handEdited }) => {
    if (kind === 'unchanged') return [];
    return [handEdited ? editedByHand(path) : staleFile(path, kind)];
  });
  if (plan.unfinished) return [unfinishedRun(markerPath), ...files];
  return files.length > 0 ? files : [staleFile(manifestPath, 'changed')];
}
