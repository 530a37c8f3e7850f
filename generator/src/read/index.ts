/** Reads mapping definitions with the type checker, without executing them, into the integration model. */
import { MappingProject, type ReadOptions, type ReadResult } from './project.ts';

export { codes } from './codes.ts';
export { MappingProject, type Overlay, type ReadOptions, type ReadResult } from './project.ts';

/** Reads once. To read again after changes keep a `MappingProject`, which keeps what did not change. */
export function readMappings(options: ReadOptions): ReadResult {
  return new MappingProject(options).read();
}
