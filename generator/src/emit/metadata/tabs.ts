import type { CoreModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';

/** Names of all tabs: those of the objects that have an icon for one. */
export const tabNames = (core: CoreModel): string[] =>
  core.objects.filter(({ tab }) => tab !== undefined).map(({ name }) => name);

/** A tab per object that has one. */
export function tabFiles(core: CoreModel): EmittedFile[] {
  return core.objects.flatMap(({ name, tab }) =>
    tab === undefined
      ? []
      : [metadataFile(coreFolder, 'CustomTab', name, { customObject: true, motif: tab })],
  );
}
