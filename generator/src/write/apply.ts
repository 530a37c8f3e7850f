/** Does what a plan says, so that it may be killed at any step: the next run sees the marker and finishes. */
import type { FileSystem } from './file-system.ts';
import { manifestPath, markerPath, markerText, temporary } from './manifest.ts';
import type { Plan } from './plan.ts';

/** A reader sees the old text or the new one, never half of it. */
function writeWhole(fs: FileSystem, path: string, text: string): void {
  fs.writeText(temporary(path), text);
  fs.rename(temporary(path), path);
}

function pruneUpwards(fs: FileSystem, path: string): void {
  let folder = path;
  for (let cut = folder.lastIndexOf('/'); cut > 0; cut = folder.lastIndexOf('/')) {
    folder = folder.slice(0, cut);
    if (!fs.removeEmptyDirectory(folder)) return;
  }
}

/** A killed run may have left temporary files beside each file that it knew. */
function removeLeftovers(fs: FileSystem, plan: Plan): void {
  for (const path of [...plan.known.keys(), manifestPath, markerPath]) fs.remove(temporary(path));
}

/** Files are removed before others are written: on some disks a new name that differs in case only is the same file. */
function writeFiles(fs: FileSystem, plan: Plan): void {
  for (const path of plan.dropped) {
    fs.remove(path);
    pruneUpwards(fs, path);
  }
  for (const { path, kind, after } of plan.changes)
    if ((kind === 'new' || kind === 'changed') && after !== undefined) writeWhole(fs, path, after);
}

/** Brings the disk to the plan's state: the marker first, the manifest last. */
export function applyPlan(fs: FileSystem, plan: Plan): void {
  if (plan.problems.length > 0) throw new Error('A plan with problems must not be carried out.');
  if (plan.clean) return;
  writeWhole(fs, markerPath, markerText(plan.known));
  if (plan.unfinished) removeLeftovers(fs, plan);
  writeFiles(fs, plan);
  writeWhole(fs, manifestPath, plan.manifest);
  fs.remove(markerPath);
}
