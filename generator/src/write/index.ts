/** Writing: only what differs, each file whole, and nothing that people made. */
export { applyPlan } from './apply.ts';
export { diskAt, type FileSystem } from './file-system.ts';
export { manifestPath, markerPath } from './manifest.ts';
export { planWrites, type FileChange, type OutputFile, type Plan, type Scope } from './plan.ts';
export { editedByHand, staleFile, unfinishedRun, writeCodes } from './problems.ts';
