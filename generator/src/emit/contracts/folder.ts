import type { SystemModel } from '../../model/model.ts';

/** Folder of a system's contract files. */
export const contractFolder = (system: SystemModel): string => `contracts/${system.name}`;
